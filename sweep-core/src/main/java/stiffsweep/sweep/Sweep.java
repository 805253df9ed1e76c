package stiffsweep.sweep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.space.Design;

/**
 * What is asked: every point of the design as resolved settings, times replicates.
 *
 * @param name the sweep's name
 * @param seed the seed that the replicates' seeds are made from
 * @param replicates how often each point is repeated, each time with another seed
 * @param points the resolved settings of the design's points, in the design's order
 * @param axes the paths that the sweep varies, sorted
 * @param spread the part of the design that spreads points over {@code sweep.axes}
 * @param declarations the problems that occur, by name
 * @param schemas the settings of each problem that occurs, by the problem's name
 */
public record Sweep(
        String name,
        long seed,
        int replicates,
        List<Settings> points,
        List<String> axes,
        Design spread,
        SortedMap<String, ProblemDeclaration> declarations,
        SortedMap<String, SettingsSchema> schemas)
        implements Serializable {

    private static final String EPOCHS = "training.epochs";

    public Sweep {
        points = List.copyOf(new LinkedHashSet<>(points));
        axes = List.copyOf(axes);
        declarations = Collections.unmodifiableSortedMap(new TreeMap<>(declarations));
        schemas = Collections.unmodifiableSortedMap(new TreeMap<>(schemas));
    }

    /** Every trial of the sweep, each once: replicate by replicate, points in the design's order. */
    public List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        LinkedHashSet<TrialId> ids = new LinkedHashSet<>();
        for (int replicate = 0; replicate < replicates; replicate++) {
            long replicateSeed = replicateSeed(replicate);
            for (Settings point : points) {
                SettingsSchema schema = schema(point.word("problem.kind"));
                TrialId id = TrialId.of(point, schema, replicateSeed);
                if (ids.add(id)) {
                    trials.add(new Trial(id, replicate, replicateSeed, point));
                }
            }
        }
        return trials;
    }

    /** What a trial has in common with those that train for more epochs or fewer: its id with the default number of them. */
    public TrialId course(Trial trial) {
        SettingsSchema schema = schema(trial.problem());
        SortedMap<String, Object> values = new TreeMap<>(trial.settings().values());
        values.put(EPOCHS, schema.defaultOf(EPOCHS));
        return TrialId.of(new Settings(values), schema, trial.seed());
    }

    /** The seed of a replicate: it does not depend on how many replicates there are. */
    public long replicateSeed(int replicate) {
        return ContentHash.seed(seed, "replicate " + replicate);
    }

    /** A hash over the name, the seed and all resolved settings that are part of the question. */
    public String configHash() {
        StringBuilder canonical = new StringBuilder(name).append('\n').append(seed);
        points.forEach(point -> canonical.append('\n').append(question(point)));
        return ContentHash.hex(canonical.toString(), 16);
    }

    private SortedMap<String, Object> question(Settings point) {
        SortedMap<String, Object> question = new TreeMap<>(point.values());
        for (Setting setting : schema(point.word("problem.kind")).settings()) {
            if (setting.role() == Setting.Role.EXECUTION) {
                question.remove(setting.path());
            }
        }
        return question;
    }

    private SettingsSchema schema(String problem) {
        SettingsSchema schema = schemas.get(problem);
        if (schema == null) {
            throw new IllegalStateException("every problem of a sweep must have a schema, but got none for " + problem);
        }
        return schema;
    }
}
