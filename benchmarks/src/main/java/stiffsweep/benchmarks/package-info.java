/** What a trial costs: benches of the training step. */
@NullMarked
package stiffsweep.benchmarks;

import org.jspecify.annotations.NullMarked;
