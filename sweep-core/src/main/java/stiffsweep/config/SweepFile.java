package stiffsweep.config;

import stiffsweep.stop.StopPolicy;
import stiffsweep.sweep.FailurePolicy;
import stiffsweep.sweep.StorePolicy;
import stiffsweep.sweep.Sweep;

/**
 * A sweep file that was read.
 *
 * @param sweep what is asked
 * @param failure what a run makes of trials that go wrong
 * @param store what a run keeps beside the rows
 * @param stop which trials a run ends early
 * @param frozen the same question as a sweep file of its own, with includes, overrides and defaults written out; it reads
 *     back to the same trials
 */
public record SweepFile(Sweep sweep, FailurePolicy failure, StorePolicy store, StopPolicy stop, String frozen) {}
