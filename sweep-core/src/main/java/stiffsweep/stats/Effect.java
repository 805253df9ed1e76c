package stiffsweep.stats;

import java.util.List;

/**
 * How much of the variance between settings some axes explain together, beyond what fewer of them do.
 *
 * @param axes the indices of one or two axes; none for what three or more do together
 * @param share the part of the variance between settings, from 0 to 1; NaN where settings differ by no more than seeds scatter
 * @param interval its interval
 */
public record Effect(List<Integer> axes, double share, Interval interval) {

    public Effect {
        axes = List.copyOf(axes);
    }

    /** An effect whose share is estimated without bias, and may therefore lie a little outside of what a share can be. */
    static Effect within(List<Integer> axes, double share, Interval interval) {
        return new Effect(axes, clipped(share), interval.map(Effect::clipped));
    }

    private static double clipped(double share) {
        return Double.isNaN(share) ? share : Math.max(0, Math.min(1, share));
    }
}
