package stiffsweep.measure;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import stiffsweep.result.ArrayLength;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;

/**
 * Power iteration on a stack of symmetric matrices that are known by their products with vectors.
 *
 * <p>Plain iteration finds the eigenvalue of the largest magnitude. Where that is negative, the matrix is shifted by its
 * magnitude, which makes the largest eigenvalue the dominant one, and iterated again.
 */
public final class PowerIteration {

    private final UnaryOperator<NDArray> product;
    private final int mostIterations;
    private final double tolerance;
    private final Tensors tensors;

    /**
     * An iteration.
     *
     * @param product multiplies each trial's matrix with its vector, {@code [trials, n]} both
     * @param mostIterations the most products for each of the two passes
     * @param tolerance converged when {@code ||A v - lambda v|| <= tolerance |lambda|}
     * @param tensors where the vectors live
     */
    public PowerIteration(UnaryOperator<NDArray> product, int mostIterations, double tolerance, Tensors tensors) {
        this.product = product;
        this.mostIterations = mostIterations;
        this.tolerance = tolerance;
        this.tensors = tensors;
    }

    /**
     * The largest eigenvalue of each trial's matrix.
     *
     * @param size the size n of the matrices
     * @param seeds a seed for the first vector of each trial
     */
    public List<LargestEigenvalue> largest(int size, long[] seeds) {
        double[] shifts = new double[seeds.length];
        List<LargestEigenvalue> dominant = iterate(start(size, seeds), shifts);
        boolean anyNegative = false;
        for (int trial = 0; trial < shifts.length; trial++) {
            double value = dominant.get(trial).value();
            if (value < 0) {
                shifts[trial] = -value;
                anyNegative = true;
            }
        }
        if (!anyNegative) {
            return dominant;
        }
        List<LargestEigenvalue> shifted = iterate(start(size, seeds), shifts);
        List<LargestEigenvalue> largest = new ArrayList<>();
        for (int trial = 0; trial < shifts.length; trial++) {
            LargestEigenvalue first = dominant.get(trial);
            LargestEigenvalue second = shifted.get(trial);
            largest.add(
                    shifts[trial] == 0
                            ? first
                            : new LargestEigenvalue(
                                    second.value(),
                                    first.iterations() + second.iterations(),
                                    // A first value that is not settled may have been too small a shift.
                                    first.converged() && second.converged()));
        }
        return largest;
    }

    /** Iterates on {@code A + shift I} until each trial has converged or none of them may go on. */
    private List<LargestEigenvalue> iterate(NDArray vectors, double[] shifts) {
        LargestEigenvalue[] found = new LargestEigenvalue[shifts.length];
        NDArray shift = tensors.of(shifts, shifts.length, 1);
        for (int iteration = 1; iteration <= mostIterations && anyOpen(found); iteration++) {
            int at = iteration;
            TensorScope.run(() -> {
                NDArray image = product.apply(vectors);
                NDArray quotient = image.mul(vectors).sum(new int[] {1}, true);
                NDArray residual = norm(image.sub(vectors.mul(quotient)));
                NDArray next = image.add(vectors.mul(shift));
                Tensors.assign(vectors, next.div(norm(next)));
                note(found, Tensors.values(quotient), Tensors.values(residual), at);
            });
        }
        return List.of(found);
    }

    /** Notes the trials that have converged, or ended, at an iteration. */
    private void note(LargestEigenvalue[] found, double[] quotients, double[] residuals, int iteration) {
        for (int trial = 0; trial < found.length; trial++) {
            if (found[trial] == null) {
                double quotient = quotients[trial];
                boolean converged = residuals[trial] <= tolerance * Math.abs(quotient);
                if (converged || !Double.isFinite(quotient) || iteration == mostIterations) {
                    found[trial] = new LargestEigenvalue(quotient, iteration, converged);
                }
            }
        }
    }

    private static boolean anyOpen(LargestEigenvalue[] found) {
        return Arrays.stream(found).anyMatch(value -> value == null);
    }

    /** Normal random vectors of length one; a trial's vector depends on its seed only. */
    private NDArray start(int size, long[] seeds) {
        double[] vectors = new double[ArrayLength.of("the parameters of a stack", seeds.length, size)];
        for (int trial = 0; trial < seeds.length; trial++) {
            SplittableRandom random = new SplittableRandom(seeds[trial]);
            for (int i = 0; i < size; i++) {
                vectors[trial * size + i] = random.nextGaussian();
            }
        }
        NDArray start = tensors.of(vectors, seeds.length, size);
        return start.div(norm(start));
    }

    private static NDArray norm(NDArray vectors) {
        return vectors.square().sum(new int[] {1}, true).sqrt();
    }
}
