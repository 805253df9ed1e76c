/** Runs a sweep on Spark: one job for each stack, published as it finishes, continued where it was left. */
@NullMarked
package stiffsweep.spark;

import org.jspecify.annotations.NullMarked;
