package stiffsweep.config;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.choice.Choice;
import stiffsweep.declare.LossSettings;
import stiffsweep.declare.Optimizer;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.declare.Sampling;
import stiffsweep.declare.TrainingSettings;
import stiffsweep.declare.Weighting;
import stiffsweep.sampling.UnitCube;

/** What must hold between the settings of points that are spread over some inputs, and what goes with drawing them anew. */
final class SampleSetLaws {

    private static final List<String> OPTIMIZERS =
            List.of(TrainingSettings.OPTIMIZER.path(), TrainingSettings.Polish.OPTIMIZER.path());

    private final Function<List<String>, String> place;
    private final Faults faults;

    /** @param place where the first of some settings is written that is not left to its default */
    SampleSetLaws(Function<List<String>, String> place, Faults faults) {
        this.place = place;
        this.faults = faults;
    }

    /** Checks the boxes and faces of a problem at a point. */
    void check(ProblemDeclaration declaration, Map<String, Object> values) {
        int inputs = (int) declaration.inputs().stream().filter(Input::isSpread).count();
        for (SampleSet set : declaration.sampleSets()) {
            String path = "points." + set.name();
            checkGrid(path, set instanceof SampleSet.Face ? inputs - 1 : inputs, values);
            if (values.get(path + ".redraw") instanceof Long epochs && epochs > 0) {
                checkRedraw(path, values);
            }
        }
    }

    /** A grid has as many points along each of its inputs. */
    private void checkGrid(String path, int inputs, Map<String, Object> values) {
        String sampling = path + ".sampling";
        if (inputs == 0
                || !Sampling.GRID.word().equals(values.get(sampling))
                || !(values.get(path + ".count") instanceof Long count)) {
            return;
        }
        List<Long> nearest = UnitCube.nearest(inputs, Math.toIntExact(count));
        if (!nearest.contains(count)) {
            String nearby = nearest.stream().map(String::valueOf).collect(Collectors.joining(" or "));
            faults.add(
                    place.apply(List.of(path + ".count", sampling)),
                    path + ".count",
                    "must be " + (inputs == 1 ? "" : "n^" + inputs + " with n = ") + "2 or more where " + sampling
                            + " = " + Sampling.GRID.word() + ", such as " + nearby,
                    String.valueOf(count));
        }
    }

    private void checkRedraw(String path, Map<String, Object> values) {
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
