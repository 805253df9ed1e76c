package stiffsweep.reference;

/**
 * What a solve has cost.
 *
 * @param steps the steps tried, kept or not; the kept ones only where the method does not tell of others
 * @param rejected the steps not kept, for their error or because the iteration did not converge
 * @param slopes the slopes asked for, those of finite differences left out
 * @param jacobians the Jacobians asked for
 * @param factorisations the matrices factorised, a real and a complex one counted as one
 */
public record SolverWork(int steps, int rejected, int slopes, int jacobians, int factorisations) {}
