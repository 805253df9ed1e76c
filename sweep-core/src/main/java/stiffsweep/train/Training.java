package stiffsweep.train;

import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.declare.Optimizer;
import stiffsweep.declare.Settings;
import stiffsweep.declare.TrainingSettings.Polish;
import stiffsweep.loss.StackLoss;
import stiffsweep.method.Method;
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
        Settings settings = this.loss.settings();
        Optimizer optimizer = settings.training().optimizer();
        StackLoss loss = where(optimizer, this.loss);
        List<PhaseState> phases = states.stream().map(TrainingState::training).toList();
        Method method =
                phases.isEmpty() ? Method.start(optimizer, loss, loss.initialRows()) : resumed(optimizer, loss, phases);
        TrainedStack trained = new TrainingLoop(method, settings.training().epochs(), List.of(), progress).run(phases);
        Polish polish = settings.training().polish();
        return polish.isOn() ? polished(trained, polish, states, progress) : trained;
    }

    /** The loss where a method works it out: the linear algebra of Levenberg-Marquardt is the engine's. */
    private static StackLoss where(Optimizer optimizer, StackLoss loss) {
        return optimizer == Optimizer.LEVENBERG_MARQUARDT ? loss.byEngine() : loss;
    }

    private static Method resumed(Optimizer optimizer, StackLoss loss, List<PhaseState> phases) {
        return Method.resumed(
                optimizer,
                loss,
                phases.get(0).epoch(),
                phases.stream().map(PhaseState::method).toList());
    }

    /** Continues every trial that has completed from its best parameters; no rule ends it there. */
    private TrainedStack polished(TrainedStack trained, Polish polish, List<TrainingState> states, Progress progress) {
        List<Integer> completed = IntStream.range(0, trained.trials().size())
                .filter(slot -> trained.trials().get(slot).outcome() instanceof Outcome.Completed)
                .boxed()
                .toList();
        if (completed.isEmpty()) {
            return trained;
        }
        StackLoss all = where(polish.optimizer(), exact);
        Tensors tensors = all.tensors();
        List<Integer> slots = tensors.padded(completed);
        StackLoss some = all.only(slots);
        // All of the stack stand in their polish, or none does: those that have one have completed their training.
        List<PhaseState> polishes = TrainingState.polishes(states);
        List<PhaseState> phases = polishes.isEmpty()
                ? polishes
                : slots.stream().map(polishes::get).toList();
        Method method = phases.isEmpty()
                ? Method.start(polish.optimizer(), some, tensors.slices(trained.bestRows(tensors), slots))
                : resumed(polish.optimizer(), some, phases);
        List<TrainingState> before = slots.stream().map(trained.states()::get).toList();
        return trained.then(slots, new TrainingLoop(method, polish.epochs(), before, progress).run(phases));
    }
}
