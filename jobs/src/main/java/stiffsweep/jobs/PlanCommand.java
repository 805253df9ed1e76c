package stiffsweep.jobs;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.Table;
import stiffsweep.config.SweepFile;
import stiffsweep.storage.Storage;
import stiffsweep.sweep.Sweep;

/** Says what a run would do, and leaves no trace. */
@Command(
        name = "plan",
        description = "Says what a sweep would run, and for how long, which short trainings of some seconds find out.")
final class PlanCommand implements Callable<Integer> {

    private static final int FIRST = 10;

    /** How long short trainings may take, all together [s]. */
    private static final double PROBE_SECONDS = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SweepSource source;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(
            names = "--no-probe",
            description = "Trains nothing to find out how fast this machine is: the time is guessed.")
    private boolean noProbe;

    @Override
    public Integer call() throws Exception {
        SweepFile file = source.read(spec.commandLine().getErr());
        Storage storage = source.storage(file);
        StoredSweep.requireFree(storage.current().root(), file.sweep(), source.jars());
        SweepPlan plan = OwnExit.reported(
                () -> SweepPlan.of(file.sweep(), storage, noProbe ? 0 : PROBE_SECONDS),
                spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(plan));
        } else {
            print(plan, file, out);
        }
        plan.asked().warning().ifPresent(sentence -> spec.commandLine().getErr().println("warning: " + sentence));
        return ExitCode.OK;
    }

    private static void print(SweepPlan plan, SweepFile file, PrintWriter out) {
        Sweep sweep = plan.sweep();
        out.printf(Locale.ROOT, "Sweep:    %s%n", sweep.name());
        out.printf(Locale.ROOT, "Varied:   %s%n", sweep.axes().isEmpty() ? "nothing" : String.join(", ", sweep.axes()));
        out.printf(
                Locale.ROOT,
                "Trials:   %s (%s points x %s replicates)%n",
                range(plan.trials().size(), plan.mostTrials()),
                range(sweep.points().size(), sweep.mostPoints()),
                range(sweep.replicates().least(), sweep.replicates().most()));
        out.printf(Locale.ROOT, "Done:     %d in %s%n", plan.done(), plan.folder());
        out.printf(
                Locale.ROOT,
                "Missing:  %d (stacks: %d, shapes: %d)%n",
                plan.missing().size(),
                plan.stacks().size(),
                plan.shapes());
        if (!plan.missing().isEmpty()) {
            printTime(plan, file, out);
        }
        out.printf(
                Locale.ROOT,
                "%nThe first %d trials:%n%s",
                Math.min(FIRST, plan.trials().size()),
                plan.first(FIRST).asText());
    }

    private static void printTime(SweepPlan plan, SweepFile file, PrintWriter out) {
        RunTime time = plan.time();
        out.printf(
                Locale.ROOT,
                "Time:     about %s on %d cores, between %s and %s, from %s%n",
                TimeWords.of(time.seconds()),
                time.cores(),
                TimeWords.of(time.least()),
                TimeWords.of(time.most()),
                time.basis());
        if (mayEndEarly(file)) {
            out.println("          less where trials end before their last epoch");
        }
        if (plan.begun() > 0) {
            out.printf(Locale.ROOT, "          less, for an earlier run has begun %d of them%n", plan.begun());
        }
        if (plan.mostTrials() > plan.trials().size()) {
            out.println("          for these; further trials are asked for as results come");
        }
    }

    /** Whether a trial may end before its last epoch, a divergence aside. */
    private static boolean mayEndEarly(SweepFile file) {
        return file.stop().isOn()
                || file.sweep().points().stream()
                        .anyMatch(point -> point.training().stopBelow() > 0);
    }

    /** A number that depends on results, as far as it is known. */
    private static String range(long least, long most) {
        return least == most ? String.valueOf(most) : "from " + least + " to " + most;
    }

    private static String json(SweepPlan plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sweep", plan.sweep().name());
        fields.put("trials", plan.trials().size());
        fields.put("most_trials", plan.mostTrials());
        fields.put("points", plan.sweep().points().size());
        fields.put("most_points", plan.sweep().mostPoints());
        fields.put("replicates", plan.sweep().replicates().least());
        fields.put("most_replicates", plan.sweep().replicates().most());
        fields.put("axes", plan.sweep().axes());
        fields.put("folder", plan.folder());
        fields.put("done", plan.done());
        fields.put("missing", plan.missing().size());
        fields.put("stacks", plan.stacks().size());
        fields.put("shapes", plan.shapes());
        fields.put("seconds", plan.time().seconds());
        fields.put("least_seconds", plan.time().least());
        fields.put("most_seconds", plan.time().most());
        fields.put("basis", plan.time().basis());
        fields.put("training_seconds", plan.time().training());
        fields.put("cores", plan.time().cores());
        fields.put("first", objects(plan.first(FIRST)));
        return ConfigValueFactory.fromMap(fields)
                .render(ConfigRenderOptions.concise().setFormatted(true));
    }

    /** One map for each row of a table. */
    private static List<Map<String, @Nullable Object>> objects(Table table) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                object.put(table.columns().get(i), row.get(i));
            }
            objects.add(object);
        }
        return objects;
    }
}
