/** Training a stack of trials: the loop and its polish, curves, states to go on from, and how trials end. */
@NullMarked
package stiffsweep.train;

import org.jspecify.annotations.NullMarked;
