package stiffsweep.jobs;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import stiffsweep.spark.place.FolderPlace;
import stiffsweep.sweep.Sweep;

/** Says what a run would do, and runs nothing. */
@Command(name = "plan", description = "Says what a sweep would run, and for how long; runs nothing.")
final class PlanCommand implements Callable<Integer> {

    private static final int FIRST = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SweepSource source;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() {
        SweepFile file = source.read();
        FolderPlace place = source.place(file);
        StoredSweep.requireFree(place.current().root(), file.sweep(), source.jars());
        SweepPlan plan = SweepPlan.of(file.sweep(), place);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(plan));
        } else {
            print(plan, out);
        }
        plan.demand()
                .warning()
                .ifPresent(sentence -> spec.commandLine().getErr().println("warning: " + sentence));
        return ExitCode.OK;
    }

    private static void print(SweepPlan plan, PrintWriter out) {
        Sweep sweep = plan.sweep();
        out.printf("Sweep:    %s%n", sweep.name());
        out.printf("Varied:   %s%n", sweep.axes().isEmpty() ? "nothing" : String.join(", ", sweep.axes()));
        out.printf(
                "Trials:   %s (%s points x %s replicates)%n",
                range(plan.trials().size(), plan.mostTrials()),
                range(sweep.points().size(), sweep.mostPoints()),
                range(sweep.replicates().least(), sweep.replicates().most()));
        out.printf("Done:     %d in %s%n", plan.done(), plan.folder());
        out.printf("Missing:  %d (stacks: %d, shapes: %d)%n", plan.missing().size(), plan.stacks(), plan.shapes());
        TrainingTime time = plan.time();
        out.printf("Training: about %s on %d cores, at %s%n", TimeWords.of(time.seconds()), time.cores(), time.basis());
        out.printf(
                "%nThe first %d trials:%n%s",
                Math.min(FIRST, plan.trials().size()), plan.first(FIRST).asText());
    }

    /** A number that depends on results, as far as it is known. */
    private static String range(int least, int most) {
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
        fields.put("stacks", plan.stacks());
        fields.put("shapes", plan.shapes());
        fields.put("training_seconds", plan.time().seconds());
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
