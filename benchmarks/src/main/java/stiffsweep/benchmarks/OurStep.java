package stiffsweep.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.choice.Kernel;
import stiffsweep.config.CommonDefaults;
import stiffsweep.config.SweepReader;
import stiffsweep.declare.FormulationSettings;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.problem.Problems;
import stiffsweep.result.TrialResult;
import stiffsweep.run.Stack;
import stiffsweep.run.StackRunner;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/**
 * Our side of the comparison: a stack of trials on the task of the peers, for any number of epochs. The one place that
 * knows how such a stack is made.
 *
 * @param peerCase the case, A, B or transport
 * @param points the points of the equation
 * @param stack the trials that train together
 * @param width the width of the hidden layers; the case's own is 40 in A, 100 in B, 32 in transport
 * @param kernel what evaluates the networks
 */
record OurStep(String peerCase, int points, int stack, int width, Kernel kernel) {

    /** The sweep that has the trials of the case transport. */
    private static final Path TRANSPORT = Path.of("conf/kinetic/transport-knudsen.conf");

    private static final double KNUDSEN = 1e-3;

    OurStep {
        widthOf(peerCase);
    }

    /** The width of the hidden layers of a case. */
    static int widthOf(String peerCase) {
        return switch (peerCase) {
            case "A" -> 40;
            case "B" -> 100;
            case "transport" -> 32;
            default -> throw new IllegalArgumentException("a case must be A, B or transport, but got " + peerCase);
        };
    }

    /**
     * Makes the stack and trains it from its beginning.
     *
     * @return the sum of its last losses, which must be finite since arithmetic with NaN has other costs
     */
    double train(int epochs) {
        double loss = 0;
        for (TrialResult result : new StackRunner().run(trials(epochs), List.of(), (epoch, of, error) -> {})) {
            loss += result.measurements().getOrDefault("loss_total_final", Double.NaN);
        }
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException("the losses must stay finite, but their sum was " + loss);
        }
        return loss;
    }

    /** The stack. */
    Stack trials(int epochs) {
        return peerCase.equals("transport") ? ofSweep(epochs) : ofDefaults(epochs);
    }

    /** The micro-macro trials of a shipped sweep at one Knudsen number, with so many replicates as the stack has trials. */
    private Stack ofSweep(int epochs) {
        List<String> overrides = List.of(
                "points.interior.count = " + points,
                "network.width = " + width,
                "training.epochs = " + epochs,
                "training.kernel = " + kernel.word(),
                "sweep.replicates = " + stack);
        return new Stack(new SweepReader(Problems.declarations())
                .read(TRANSPORT, overrides).sweep().trials().stream()
                        .filter(OurStep::isMicroMacro)
                        .toList());
    }

    private static boolean isMicroMacro(Trial trial) {
        Settings settings = trial.settings();
        return settings.word(FormulationSettings.FORMULATION).equals("micro-macro")
                && settings.number("problem.knudsen") == KNUDSEN;
    }

    private Stack ofDefaults(int epochs) {
        List<Trial> trials = new ArrayList<>();
        for (int seed = 0; seed < stack; seed++) {
            trials.add(trial(seed, epochs));
        }
        return new Stack(trials);
    }

    private Trial trial(long seed, int epochs) {
        boolean isA = peerCase.equals("A");
        String problem = isA ? "linear-decay" : FreezeOutEquation.NAME;
        SettingsSchema schema = SettingsSchema.of(Problems.named(problem).declaration(), CommonDefaults.read());
        SortedMap<String, Object> values = new TreeMap<>(schema.defaults().values());
        values.put("problem.kind", problem);
        values.put("points.residual.count", (long) points);
        values.put("network.kind", isA ? "mlp" : "head-trunk");
        values.put("network.width", (long) width);
        values.put("network.depth", isA ? 4L : 2L);
        values.put("network.activation", isA ? "gelu" : "tanh");
        values.put("loss.weighting", isA ? "jacobian" : "plain");
        values.put("training.optimizer", "adam");
        values.put("training.epochs", (long) epochs);
        values.put("training.stop-below", 0.0);
        values.put("training.kernel", kernel.word());
        values.put("measure.hessian", false);
        Settings settings = new Settings(values);
        return new Trial(TrialId.of(settings, schema, seed), 0, seed, settings);
    }
}
