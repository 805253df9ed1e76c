package stiffsweep.spark;

import stiffsweep.stop.Judge;

/**
 * What of the driver hears executors. None of it waits.
 *
 * @param ledger how far stacks are, and why they go
 * @param store where trainings stand
 * @param judge which trials end early
 */
record Driver(RunLedger ledger, StackStore store, Judge judge) {}
