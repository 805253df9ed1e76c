package stiffsweep.loss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * The samples that a stack is trained on. The sets that are drawn anew change now and then; what they are at an epoch
 * depends on the trials and that epoch only.
 */
final class TrainedSamples {

    private final SampleTables tables;
    private final List<Trial> trials;
    private final Tensors tensors;
    private final List<SampleSet> redrawn;
    private final Map<String, SampleTable> drawn = new LinkedHashMap<>();
    private StackSamples samples;
    private @Nullable Tensors own;
    private int drawnAt;

    /**
     * The samples at the first epoch.
     *
     * @param fixed the samples of the sets as they stay
     * @param tables the tables of the sets as they stay
     * @param tensors where the tensors of a draw live until the next one
     */
    TrainedSamples(StackSamples fixed, SampleTables tables, List<Trial> trials, Tensors tensors) {
        this.tables = tables;
        this.trials = trials;
        this.tensors = tensors;
        samples = fixed;
        List<String> trained = tables.formulation().lossTerms().stream()
                .map(LossTerm::sampleSet)
                .distinct()
                .toList();
        redrawn = tables.problem().declaration().sampleSets().stream()
                .filter(set -> trained.contains(set.name()) && redraw(set) > 0)
                .toList();
        if (!redrawn.isEmpty()) {
            draw(redrawn, 0);
        }
    }

    StackSamples samples() {
        return samples;
    }

    /** Whether the points of any set are drawn anew. */
    boolean isRedrawn() {
        return !redrawn.isEmpty();
    }

    /** Draws the sets whose points at an epoch are others. */
    void moveTo(int epoch) {
        List<SampleSet> due = redrawn.stream()
                .filter(set -> epoch / redraw(set) != drawnAt / redraw(set))
                .toList();
        if (!due.isEmpty()) {
            draw(due, epoch);
        }
        drawnAt = epoch;
    }

    private void draw(List<SampleSet> due, int epoch) {
        due.forEach(set -> drawn.put(set.name(), SampleTable.of(set, tables.problem(), trials, epoch)));
        Tensors before = own;
        own = tensors.part();
        samples = tables.with(drawn).ofSets(own);
        if (before != null) {
            before.close();
        }
    }

    private int redraw(SampleSet set) {
        return trials.get(0).settings().redraw(set.name());
    }
}
