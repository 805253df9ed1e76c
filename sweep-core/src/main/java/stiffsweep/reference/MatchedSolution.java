package stiffsweep.reference;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Two patchwise solutions joined at a matching point: the conventional alternative to a solution over all patches.
 *
 * <p>With n + 1 solutions in the right patch the joined function and its first n derivatives are continuous (C^n matching).
 * It is itself a patch solution, so a third patch can be joined to it.
 *
 * @param left the solution up to the matching point, itself included
 * @param point the matching point
 * @param right the solution past the matching point
 */
public record MatchedSolution(PatchSolution left, double point, PatchSolution right) implements PatchSolution {

    /**
     * Joins to a solution the one of the next patch that carries it on.
     *
     * @param left the solution up to the matching point
     * @param point the matching point
     * @param basis the n + 1 solutions of the linear equation of the patch past the matching point
     */
    public static MatchedSolution join(PatchSolution left, double point, List<PatchSolution> basis) {
        List<Double> jet = IntStream.range(0, basis.size())
                .mapToObj(order -> left.derivative(order, point))
                .toList();
        return new MatchedSolution(left, point, LinearCombination.through(basis, point, jet));
    }

    @Override
    public double derivative(int order, double x) {
        return x <= point ? left.derivative(order, x) : right.derivative(order, x);
    }
}
