package stiffsweep.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.Precision;
import stiffsweep.declare.Optimizer;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.loss.StackLoss;
import stiffsweep.measure.Measures;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Problems;
import stiffsweep.result.NamedTensor;
import stiffsweep.result.Outcome;
import stiffsweep.result.Provenance;
import stiffsweep.result.TrialResult;
import stiffsweep.store.MeasuredColumns;
import stiffsweep.sweep.StorePolicy;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.EngineFacts;
import stiffsweep.tensor.Tensors;
import stiffsweep.train.Progress;
import stiffsweep.train.TrainedStack;
import stiffsweep.train.TrainedTrial;
import stiffsweep.train.Training;

/** Trains and measures the trials of a stack on this machine. */
public final class StackRunner implements StackWork {

    private static final long serialVersionUID = 1;

    private static final double LONG_TRAINING_SECONDS = 10;

    private final StorePolicy store;

    /** A runner that keeps rows alone. */
    public StackRunner() {
        this(StorePolicy.DEFAULT);
    }

    /** A runner that keeps what a policy says. */
    public StackRunner(StorePolicy store) {
        this.store = store;
    }

    @Override
    public void requireUsable() {
        EngineFacts.here();
    }

    @Override
    public StackSize bestSize(Trial example, int trials, List<String> gpus) {
        return StackProbe.bestSize(example, trials, gpus);
    }

    @Override
    public List<TrialResult> run(Stack stack, List<String> gpus, Progress progress) {
        StackRecord record = new StackRecord();
        try {
            return trainAndMeasure(stack, gpus, progress, record);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            if (stack.size() > 1) {
                throw TrialFailure.ofStack(e);
            }
            return List.of(failed(stack.trials().get(0), e, record.broken()));
        }
    }

    private static TrialResult failed(Trial trial, Throwable e, Provenance provenance) {
        Outcome outcome = new Outcome.Failed(TrialFailure.reason(e));
        return new TrialResult(trial, outcome, 0, new TreeMap<>(), List.of(), List.of(), List.of(), provenance);
    }

    private List<TrialResult> trainAndMeasure(Stack stack, List<String> gpus, Progress progress, StackRecord record) {
        Settings settings = stack.trials().get(0).settings();
        ComputeDevice device = ComputeDevice.of(settings.execution().device(), gpus);
        if (!settings.training().isOn()) {
            return untrained(stack, device, record);
        }
        requireUsable();
        Kernel kernel = settings.execution().kernel();
        try (Tensors tensors = Tensors.of(device, settings.network().precision(), kernel);
                Tensors doubles = Tensors.of(device, Precision.FLOAT64, kernel)) {
            // Those that are trained on the engine's memory are padded for it.
            Tensors where =
                    settings.training().optimizer() == Optimizer.LEVENBERG_MARQUARDT ? tensors.byEngine() : tensors;
            StackLoss exact = StackLoss.of(where.padded(stack.trials()), doubles);
            Training training = new Training(exact.in(tensors), exact);
            long trainingStart = System.nanoTime();
            TrainedStack trained =
                    training.run(stack.states().isEmpty() ? List.of() : where.padded(stack.states()), progress);
            double seconds = (System.nanoTime() - trainingStart) / 1e9;
            double trainSeconds = seconds / stack.size();
            keepEnds(stack, trained, seconds, progress);
            Measures measures = Measures.of(exact, trained.bestRows(doubles));
            Provenance provenance = record.trained(device, stack, trainSeconds);
            return results(stack, exact, trained, measures, provenance);
        }
    }

    /** Keeps what a long training has come to: what is left, to measure it, may be cut off too. */
    private void keepEnds(Stack stack, TrainedStack trained, double seconds, Progress progress) {
        boolean isLong = seconds > LONG_TRAINING_SECONDS
                && stack.trials().get(0).settings().execution().checkpointEvery() > 0;
        if (isLong || store.checkpoints() == StorePolicy.Checkpoints.ALL) {
            for (int k = 0; k < stack.size(); k++) {
                progress.keep(stack.trials().get(k).id(), trained.states().get(k));
            }
        }
    }

    /** The results of the conventional method alone. */
    private static List<TrialResult> untrained(Stack stack, ComputeDevice device, StackRecord record) {
        Problem problem = Problems.named(stack.trials().get(0).problem());
        Measures measures = Measures.untrained(problem, stack.trials());
        Provenance provenance = record.untrained(device, stack.size());
        List<TrialResult> results = new ArrayList<>();
        for (int k = 0; k < stack.size(); k++) {
            results.add(new TrialResult(
                    stack.trials().get(k),
                    new Outcome.Completed(Outcome.StoppedBy.UNTRAINED),
                    0,
                    measures.of(k),
                    List.of(),
                    measures.solution(k),
                    List.of(),
                    provenance));
        }
        return results;
    }

    private List<TrialResult> results(
            Stack stack, StackLoss loss, TrainedStack trained, Measures measures, Provenance provenance) {
        List<TrialResult> results = new ArrayList<>();
        for (int k = 0; k < stack.size(); k++) {
            TrainedTrial training = trained.trials().get(k);
            SortedMap<String, Double> measurements = new TreeMap<>(measures.of(k));
            measurements.putAll(losses(training, loss, k));
            results.add(new TrialResult(
                    stack.trials().get(k),
                    training.outcome(),
                    training.epochs(),
                    measurements,
                    training.curve(),
                    measures.solution(k),
                    checkpoint(trained, loss, k),
                    provenance));
        }
        return results;
    }

    private List<NamedTensor> checkpoint(TrainedStack trained, StackLoss loss, int trial) {
        return switch (store.checkpoints()) {
            case NONE -> List.of();
            case BEST, ALL -> trained.checkpoint(trial, loss);
        };
    }

    /** The losses of a trial, the weights they were added with, and what solved for its steps, by result column. */
    private static SortedMap<String, Double> losses(TrainedTrial training, StackLoss loss, int trial) {
        SortedMap<String, Double> losses = new TreeMap<>();
        if (training.bestEpoch() >= 0) {
            losses.put(MeasuredColumns.EPOCH_BEST.name(), (double) training.bestEpoch());
        }
        losses.put(MeasuredColumns.LOSS_TOTAL.name(), training.best().total());
        losses.put(MeasuredColumns.LOSS_TOTAL_FINAL.name(), training.last().total());
        if (loss.settings().training().takes(Optimizer.LEVENBERG_MARQUARDT)) {
            losses.put(MeasuredColumns.SOLVER.name(), MeasuredColumns.measured(loss.solver()));
        }
        List<LossTerm> terms = loss.terms().terms();
        for (int term = 0; term < terms.size(); term++) {
            String name = terms.get(term).name();
            String column = SettingsSchema.lossColumn(name);
            losses.put(column, training.best().terms().get(term));
            losses.put(MeasuredColumns.atTheEnd(column), training.last().terms().get(term));
            losses.put(SettingsSchema.weightColumn(name), loss.weight(trial, term));
        }
        return losses;
    }
}
