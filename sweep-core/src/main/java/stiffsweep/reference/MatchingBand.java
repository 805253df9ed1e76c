package stiffsweep.reference;

import java.util.function.DoubleFunction;

/**
 * How far a matched solution depends on its matching point: the same solution joined earlier and later.
 *
 * @param early joined before the matching point
 * @param matched joined at the matching point
 * @param late joined past the matching point
 */
public record MatchingBand(PatchSolution early, PatchSolution matched, PatchSolution late) {

    /**
     * The band about a matching point.
     *
     * @param point the matching point
     * @param share how far, in parts of the matching point, the others lie from it: in (0, 1)
     * @param join joins the patches at a point
     */
    public static MatchingBand around(double point, double share, DoubleFunction<PatchSolution> join) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a band's share must be in (0, 1), but got " + share);
        }
        return new MatchingBand(join.apply(point * (1 - share)), join.apply(point), join.apply(point * (1 + share)));
    }

    /** The lower edge at a point. */
    public double low(double x) {
        return Math.min(matched.at(x), Math.min(early.at(x), late.at(x)));
    }

    /** The upper edge at a point. */
    public double high(double x) {
        return Math.max(matched.at(x), Math.max(early.at(x), late.at(x)));
    }
}
