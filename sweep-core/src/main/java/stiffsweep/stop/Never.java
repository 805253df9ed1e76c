package stiffsweep.stop;

import java.util.OptionalLong;

/** No trial ends early. */
public record Never() implements StopRule {

    @Override
    public long minEpochs() {
        return Long.MAX_VALUE;
    }

    @Override
    public OptionalLong rung(long epoch, long every) {
        return OptionalLong.empty();
    }

    @Override
    public double bound(Marks marks) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String reason(String metric, TrialSoFar trial, long rung, Marks marks) {
        return "";
    }
}
