/** Training a stack of trials: loss terms, weightings, optimisers, schedules, the stop and divergence rules. */
@NullMarked
package stiffsweep.train;

import org.jspecify.annotations.NullMarked;
