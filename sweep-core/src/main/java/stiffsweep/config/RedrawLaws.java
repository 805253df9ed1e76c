package stiffsweep.config;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stiffsweep.choice.Choice;
import stiffsweep.declare.LossSettings;
import stiffsweep.declare.Optimizer;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.declare.Sampling;
import stiffsweep.declare.TrainingSettings;
import stiffsweep.declare.Weighting;

/** What does not go together with points that are drawn anew. */
final class RedrawLaws {

    private static final List<String> OPTIMIZERS =
            List.of(TrainingSettings.OPTIMIZER.path(), TrainingSettings.Polish.OPTIMIZER.path());

    private final Function<List<String>, String> place;
    private final Faults faults;

    /** @param place where the first of some settings is written that is not left to its default */
    RedrawLaws(Function<List<String>, String> place, Faults faults) {
        this.place = place;
        this.faults = faults;
    }

    /** Checks the point sets of a problem at a point. */
    void check(ProblemDeclaration declaration, Map<String, Object> values) {
        for (SampleSet set : declaration.sampleSets()) {
            String path = "points." + set.name();
            if (values.get(path + ".redraw") instanceof Long epochs && epochs > 0) {
                check(path, values);
            }
        }
    }

    private void check(String path, Map<String, Object> values) {
        String sampling = path + ".sampling";
        if (Sampling.GRID.word().equals(values.get(sampling))) {
            refuse(path, sampling, values, "which has the same points in each draw");
        }
        String weighting = LossSettings.WEIGHTING.path();
        if (values.get(weighting) instanceof String word
                && Choice.of(Weighting.class, word).learns()) {
            refuse(path, weighting, values, "which learns a number for each point");
        }
        for (String optimizer : OPTIMIZERS) {
            String reason = reason(values.get(optimizer));
            if (reason != null) {
                refuse(path, optimizer, values, reason);
            }
        }
    }

    /** Why an optimiser cannot train on points that change; null where it can. */
    private static @Nullable String reason(@Nullable Object optimizer) {
        if (!(optimizer instanceof String word)
                || !Choice.of(Optimizer.class, word).isSecondOrder()) {
            return null;
        }
        String reason = "which needs a loss that stays the same from step to step";
        return Optimizer.LEVENBERG_MARQUARDT.word().equals(word)
                ? reason + " (its subset takes parts of points that stay)"
                : reason;
    }

    private void refuse(String path, String other, Map<String, Object> values, String reason) {
        String redraw = path + ".redraw";
        faults.add(
                place.apply(List.of(redraw, other)),
                redraw,
                "must be 0 where " + other + " = " + values.get(other) + ", " + reason,
                String.valueOf(values.get(redraw)));
    }
}
