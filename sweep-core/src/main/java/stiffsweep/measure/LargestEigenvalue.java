package stiffsweep.measure;

/**
 * The largest eigenvalue of a symmetric matrix, as found by power iteration.
 *
 * @param value the signed Rayleigh quotient of the last vector; NaN where the matrix is not finite
 * @param iterations the products that were used, shifted ones included
 * @param converged whether the residual fell below its tolerance
 */
public record LargestEigenvalue(double value, int iterations, boolean converged) {}
