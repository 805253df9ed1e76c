/** Which trials of a sweep end early, by how they compare with others at the same epoch. */
@NullMarked
package stiffsweep.stop;

import org.jspecify.annotations.NullMarked;
