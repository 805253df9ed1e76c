package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.sweep.CommonSettings;
import stiffsweep.sweep.Outcome;
import stiffsweep.sweep.Settings;
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
     * @param progress hears of it, several times a second at most
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public TrainedStack run(Progress progress) {
        Settings settings = loss.settings();
        String optimizer = settings.word("training.optimizer");
        NDArray initial = loss.initialRows();
        TrainedStack trained = DescentMethod.find(optimizer)
                .map(method -> descend(method, loss, initial, settings.count("training.epochs"), progress))
                .orElseGet(() -> new FirstOrder(loss).run(initial, progress));
        String polish = settings.word("training.polish.optimizer");
        return polish.equals(CommonSettings.NONE) ? trained : polished(trained, DescentMethod.named(polish), progress);
    }

    /** Continues every trial that has completed from its best parameters; no rule ends it there. */
    private TrainedStack polished(TrainedStack trained, DescentMethod method, Progress progress) {
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
        Progress unjudged = (epoch, all, error) -> progress.at(epoch, all, error);
        return trained.then(slots, descend(method, exact.only(slots), start, epochs, unjudged));
    }

    private static TrainedStack descend(
            DescentMethod method, StackLoss loss, NDArray start, int epochs, Progress progress) {
        return new DescentTraining(loss, epochs).run(method.start(loss, start), progress);
    }
}
