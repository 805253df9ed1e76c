package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.declare.Optimizer;
import stiffsweep.declare.Settings;
import stiffsweep.loss.StackLoss;
import stiffsweep.result.Outcome;
import stiffsweep.tensor.Tensors;

/**
 * The training of a stack of trials as one program, and its polish. No number of a trial depends on the trials beside it.
 */
public final class Training {

    private final StackLoss loss;
    private final StackLoss exact;

    /**
     * A training.
     *
     * @param loss the loss in the precision of the training
     * @param exact the same loss in double precision, in which a training is polished
     */
    public Training(StackLoss loss, StackLoss exact) {
        this.loss = loss;
        this.exact = exact;
    }

    /**
     * Trains until every trial has come to its end.
     *
     * @param states where each trial stands, all alike; none where all are at their beginning
     * @param progress hears of it, several times a second at most
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public TrainedStack run(List<TrainingState> states, Progress progress) {
        Settings settings = loss.settings();
        String optimizer = settings.word("training.optimizer");
        NDArray initial = loss.initialRows();
        TrainedStack trained = DescentMethod.find(optimizer)
                .map(method -> new DescentTraining(loss, settings.count("training.epochs"), List.of())
                        .run(method, initial, TrainingState.descents(states), progress))
                .orElseGet(() -> new FirstOrder(loss).run(initial, TrainingState.firstOrder(states), progress));
        String polish = settings.word("training.polish.optimizer");
        return polish.equals(Optimizer.NONE.word())
                ? trained
                : polished(trained, DescentMethod.named(polish), states, progress);
    }

    /** Continues every trial that has completed from its best parameters; no rule ends it there. */
    private TrainedStack polished(
            TrainedStack trained, DescentMethod method, List<TrainingState> states, Progress progress) {
        List<Integer> completed = IntStream.range(0, trained.trials().size())
                .filter(slot -> trained.trials().get(slot).outcome() instanceof Outcome.Completed)
                .boxed()
                .toList();
        if (completed.isEmpty()) {
            return trained;
        }
        List<Integer> slots = StackLoss.padded(completed);
        Tensors tensors = exact.tensors();
        NDArray start = tensors.slices(trained.bestRows(tensors), slots);
        int epochs = loss.settings().count("training.polish.epochs");
        List<TrainingState> before = slots.stream().map(trained.states()::get).toList();
        // All of the stack stand in their polish, or none does: those that have one have completed their training.
        List<DescentState> polishes = TrainingState.polishes(states);
        TrainedStack polished = new DescentTraining(exact.only(slots), epochs, before)
                .run(
                        method,
                        start,
                        polishes.isEmpty()
                                ? polishes
                                : slots.stream().map(polishes::get).toList(),
                        progress);
        return trained.then(slots, polished);
    }
}
