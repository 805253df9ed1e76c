package stiffsweep.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.store.Column;
import stiffsweep.sweep.ContentHash;

/**
 * Results in the layout of MLflow's file store, which {@code mlflow ui} opens: a sweep is an experiment, a trial is a run.
 *
 * <p>Settings are parameters, numbers that were measured are metrics, and all else is tags. A metric of a curve has a point for
 * each recorded epoch. Its name begins with {@code curve/}, since what a trial measured at its best checkpoint is another
 * number than the last of its curve.
 */
public final class MlflowStore {

    private static final String PARAMETERS = "params";
    private static final String METRICS = "metrics";
    private static final String TAGS = "tags";

    /** MLflow's numbers for how a run ended: finished, killed, and failed for all others. */
    private static final Map<String, Integer> STATUS = Map.of("COMPLETED", 3, "STOPPED", 5, "TIMED_OUT", 5);

    private static final int FAILED = 4;

    private final Path out;
    private final Results results;

    /** Where the values of each column of {@code trials} go. */
    private final Map<String, String> places = new LinkedHashMap<>();

    /** The lines of each metric of a curve, by trial. */
    private final Map<String, Map<String, String>> curves = new LinkedHashMap<>();

    private MlflowStore(Results results, Path out) {
        this.results = results;
        this.out = out;
        Map<String, Column.Role> roles = new HashMap<>();
        for (Column.Role role : Column.Role.values()) {
            results.columns(role).forEach(name -> roles.put(name, role));
        }
        results.columns("trials").forEach((name, type) -> {
            String place = switch (roles.getOrDefault(name, Column.Role.RESULT)) {
                case IDENTITY, SETTING, EXECUTION -> PARAMETERS;
                case RESULT, OWN_RESULT, PROVENANCE -> SettingColumn.numeric(type) ? METRICS : TAGS;
            };
            places.put(name, place);
        });
        results.columns("curves").forEach((name, type) -> {
            if (SettingColumn.numeric(type) && !name.equals("epoch")) {
                curves.put(name, lines(name));
            }
        });
    }

    /**
     * Writes all trials of a folder. A trial that is there is written anew; what else the store holds stays.
     *
     * @param out the store; it is made where it is missing
     * @return how many trials were written
     * @throws AnalysisException where a file cannot be written
     */
    public static int write(Results results, Path out) {
        try {
            return new MlflowStore(results, out).write();
        } catch (IOException e) {
            throw new AnalysisException(
                    out + ": a store of MLflow must be writable and have space, but got " + e.getMessage(), e);
        }
    }

    /** Time, value and epoch of each point of a curve, by trial. */
    private Map<String, String> lines(String column) {
        Map<String, String> lines = new HashMap<>();
        results.query("""
                        select trial_id, string_agg(concat_ws(' ', epoch_ms(started_at::timestamp), c.%1$s, epoch), chr(10) order by epoch)
                        from curves c join trials using (trial_id) where c.%1$s is not null group by trial_id
                        """.formatted(Sql.identifier(column)))
                .rows()
                .forEach(row -> lines.put(String.valueOf(row.get(0)), row.get(1) + "\n"));
        return lines;
    }

    private int write() throws IOException {
        String columns = places.keySet().stream().map(Sql::identifier).collect(Collectors.joining(", "));
        // Rows of a folder that an older code wrote may not say when they ended.
        String end = places.containsKey("ended_at") ? "ended_at" : "started_at";
        Table trials = results.query("select trial_id, sweep, outcome, epoch_ms(started_at::timestamp),"
                + " epoch_ms(" + end + "::timestamp), " + name() + ", " + columns
                + " from trials order by trial_id");
        Map<String, String> experiments = new HashMap<>();
        for (List<@Nullable Object> row : trials.rows()) {
            String sweep = String.valueOf(row.get(1));
            if (!experiments.containsKey(sweep)) {
                experiments.put(sweep, experiment(sweep, String.valueOf(row.get(3))));
            }
            Path run = run(experiments.getOrDefault(sweep, ""), row);
            values(run, row.subList(row.size() - places.size(), row.size()), String.valueOf(row.get(3)));
        }
        return trials.rows().size();
    }

    /** What tells a run from others, in SQL: the problem where there are several, the settings that vary, and the replicate. */
    private String name() {
        Map<String, List<SettingColumn>> varying = SettingColumn.varying(results);
        List<String> parts = new ArrayList<>();
        if (varying.size() > 1) {
            parts.add("problem");
        }
        varying.values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(
                        setting -> parts.add(Sql.literal(setting.name() + "=") + " || (" + setting.expression() + ")"));
        parts.add("'replicate=' || replicate");
        return parts.stream().collect(Collectors.joining(", ", "concat_ws(', ', ", ")"));
    }

    /** The id is a number, as MLflow's own are, and the same for the same name. */
    private String experiment(String sweep, String started) throws IOException {
        String id = String.valueOf(Long.parseLong(ContentHash.hex(sweep, 15), 16));
        Path folder = Files.createDirectories(out.resolve(id));
        Files.writeString(
                folder.resolve("meta.yaml"), """
                artifact_location: %1$s
                creation_time: %2$s
                experiment_id: %3$s
                last_update_time: %2$s
                lifecycle_stage: active
                name: %4$s
                """.formatted(place(folder), started, quoted(id), quoted(sweep)));
        return id;
    }

    private Path run(String experiment, List<@Nullable Object> row) throws IOException {
        String id = String.valueOf(row.get(0));
        Path run = Files.createDirectories(out.resolve(experiment).resolve(id));
        Path artifacts = Files.createDirectories(run.resolve("artifacts"));
        Files.writeString(run.resolve("meta.yaml"), """
                artifact_uri: %1$s
                end_time: %2$s
                entry_point_name: ''
                experiment_id: %3$s
                lifecycle_stage: active
                run_id: %4$s
                run_name: %7$s
                run_uuid: %4$s
                source_name: ''
                source_type: 4
                source_version: ''
                start_time: %5$s
                status: %6$d
                tags: []
                user_id: ''
                """.formatted(
                        place(artifacts),
                        row.get(4),
                        quoted(experiment),
                        quoted(id),
                        row.get(3),
                        STATUS.getOrDefault(String.valueOf(row.get(2)), FAILED),
                        quoted(String.valueOf(row.get(5)))));
        value(run, TAGS, "mlflow.runName", String.valueOf(row.get(5)));
        for (Map.Entry<String, Map<String, String>> curve : curves.entrySet()) {
            value(run, METRICS + "/curve", curve.getKey(), curve.getValue().get(id));
        }
        return run;
    }

    private void values(Path run, List<@Nullable Object> values, String time) throws IOException {
        int i = 0;
        for (Map.Entry<String, String> column : places.entrySet()) {
            Object value = values.get(i++);
            boolean isMetric = column.getValue().equals(METRICS);
            value(
                    run,
                    column.getValue(),
                    column.getKey(),
                    value == null ? null : isMetric ? time + " " + value + " 0\n" : value.toString());
        }
    }

    /** Writes a value where there is one. */
    private static void value(Path run, String place, String name, @Nullable String value) throws IOException {
        if (value != null) {
            Files.writeString(Files.createDirectories(run.resolve(place)).resolve(name), value);
        }
    }

    private static String place(Path folder) {
        return quoted(folder.toAbsolutePath().normalize().toUri().toString());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
