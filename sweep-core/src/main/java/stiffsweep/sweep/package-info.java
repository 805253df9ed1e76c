/** What is asked and what came of it, as plain data: sweeps, trials, settings, outcomes, results. */
@NullMarked
package stiffsweep.sweep;

import org.jspecify.annotations.NullMarked;
