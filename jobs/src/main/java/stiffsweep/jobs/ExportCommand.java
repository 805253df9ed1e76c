package stiffsweep.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stiffsweep.analysis.MlflowStore;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.analysis.answer.BestTrials;
import stiffsweep.jobs.TrialExport.Weights;
import stiffsweep.storage.Storage;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/** Takes trials out of a result folder: the best ones to be used, or all of them to be looked at with MLflow. */
@Command(
        name = "export",
        description = {
            "Writes ID.safetensors and ID.conf for the median trial of the setting with the smallest median of a column,",
            "for its luckiest trial (--lucky), or for trials by their ids (--trial).",
            "Where its weights were not kept (store.checkpoints = best), the trial is trained again first.",
            "With --mlflow OUT: writes all trials into OUT, which `mlflow ui --backend-store-uri OUT` opens; MLflow 3 needs",
            "MLFLOW_ALLOW_FILE_STORE=true in its environment."
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The result folder, a path or a URI.")
    private Storage storage;

    @Option(
            names = "--best",
            paramLabel = "COLUMN",
            description = "The column whose median over replicates is smallest in the best setting, such as error_mse.")
    private @Nullable String column;

    @Option(
            names = "--lucky",
            description =
                    "With --best: the trial with the smallest number of all, whatever the other seeds of its setting do.")
    private boolean lucky;

    @Option(names = "--trial", split = ",", paramLabel = "ID", description = "In place of --best: the ids of trials.")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that make groups, with a best setting each, such as problem.")
    private List<String> by = new ArrayList<>();

    @Option(names = "--to", paramLabel = "NEWDIR", description = "Where the files of --best and --trial go.")
    private @Nullable Path target;

    @Option(
            names = "--mlflow",
            paramLabel = "OUT",
            description =
                    "In place of --best and --to: a file store of MLflow with an experiment for the sweep and a run for"
                            + " each trial, some 100 small files each. What else it holds stays.")
    private @Nullable Path mlflow;

    @Mixin
    private ProblemJars jars;

    @Override
    public Integer call() throws Exception {
        if (mlflow != null) {
            return toMlflow(mlflow);
        }
        if (target == null) {
            throw Refusal.invalid("export: --to NEWDIR, or --mlflow OUT, must be given, but got neither");
        }
        return weights(target);
    }

    private int toMlflow(Path store) {
        if (target != null || column != null || !ids.isEmpty() || lucky || !by.isEmpty()) {
            throw Refusal.invalid(
                    "export: --mlflow takes all trials, but got --to, --best, --lucky, --by or --trial beside it");
        }
        if (Files.exists(store) && !Files.isDirectory(store)) {
            throw Refusal.invalid("--mlflow: a folder, or a name that is free, but got the file " + store);
        }
        try (Results results = Results.open(storage.current().root())) {
            int trials = MlflowStore.write(results, store);
            spec.commandLine().getOut().println(store + ": " + trials + " runs");
        }
        return ExitCode.OK;
    }

    private int weights(Path target) throws Exception {
        if ((column == null) == ids.isEmpty() || (lucky && column == null)) {
            throw Refusal.invalid(
                    "export: either --best COLUMN, perhaps with --lucky, or --trial ID must be given, but got "
                            + (column == null ? "no --best" : "both"));
        }
        jars.open();
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw Refusal.invalid("--to: a folder, or a name that is free, but got the file " + target);
        }
        Path folder = storage.current().root();
        Sweep sweep = StoredSweep.in(folder, jars);
        try (Results results = Results.open(folder)) {
            Table best = column == null ? named() : best(results, folder, column);
            Files.createDirectories(target);
            TrialExport export = new TrialExport(sweep, new ResultFolder(folder), results, target);
            List<Weights> weights = new ArrayList<>();
            for (Object id : best.column("trial_id")) {
                Trial trial = StoredSweep.trial(folder, sweep, String.valueOf(id));
                weights.add(OwnExit.reported(
                        () -> export.write(trial), spec.commandLine().getErr()));
            }
            TableFormat.TABLE.print(
                    withOrigins(best, weights), spec.commandLine().getOut());
            return weights.stream().allMatch(Weights::areTheRows) ? ExitCode.OK : ExitCode.DIFFERENT;
        }
    }

    private Table named() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        ids.forEach(id -> rows.add(List.of(id)));
        return new Table(List.of("trial_id"), rows);
    }

    private Table best(Results results, Path folder, String column) {
        Table best = lucky ? BestTrials.luckiest(results, column, by) : BestTrials.of(results, column, by);
        if (best.rows().isEmpty()) {
            throw Refusal.invalid(
                    folder + ": more than half of the trials of a setting must have completed with a finite " + column
                            + ", but got no such setting");
        }
        return best;
    }

    /** A table of trials, with a further column that says where the weights of each one are from. */
    private static Table withOrigins(Table trials, List<Weights> weights) {
        List<String> columns = new ArrayList<>(trials.columns());
        columns.add("weights");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            List<@Nullable Object> row = new ArrayList<>(trials.rows().get(i));
            row.add(weights.get(i).origin());
            rows.add(row);
        }
        return new Table(columns, rows);
    }
}
