package stiffsweep.sweep;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.declare.TrainingSettings;

/**
 * What is asked: every point of the design as resolved settings, times replicates. Both may depend on results, so the trials
 * are a function of what is known.
 *
 * @param name the sweep's name
 * @param seed the seed that the replicates' seeds are made from
 * @param firstReplicate the index of the first replicate
 * @param replicates how often each point is repeated, each time with another seed
 * @param points the resolved settings of the points that are asked for when nothing is known, in the design's order
 * @param axes the paths that the sweep varies, sorted
 * @param spread how points are spread over {@code sweep.axes}
 * @param declarations the problems that occur, by name
 * @param schemas the settings of each problem that occurs, by the problem's name
 */
public record Sweep(
        String name,
        long seed,
        int firstReplicate,
        Replicates replicates,
        List<Settings> points,
        List<String> axes,
        Spread spread,
        SortedMap<String, ProblemDeclaration> declarations,
        SortedMap<String, SettingsSchema> schemas) {

    private static final String EPOCHS = TrainingSettings.EPOCHS.path();

    public Sweep {
        points = List.copyOf(new LinkedHashSet<>(points));
        axes = List.copyOf(axes);
        declarations = Collections.unmodifiableSortedMap(new TreeMap<>(declarations));
        schemas = Collections.unmodifiableSortedMap(new TreeMap<>(schemas));
    }

    /** Every trial that is asked for when nothing is known, each once: replicate by replicate, points in the design's order. */
    public List<Trial> trials() {
        return trials(Scores.NONE);
    }

    /**
     * Every trial that is asked for, given what is known, in the order of {@link #trials()}. The sweep is at its end when all
     * of them are known.
     */
    public List<Trial> trials(Scores known) {
        return asked(known).trials();
    }

    /** What is asked for, given what is known. */
    public AskedTrials asked(Scores known) {
        return new TrialSelection(this, known).asked();
    }

    /** The columns of the results that its trials depend on; none where all trials are asked for from the beginning. */
    public Set<String> metrics() {
        Set<String> metrics = new TreeSet<>();
        replicates.metric().ifPresent(metrics::add);
        spread.metric().ifPresent(metrics::add);
        return metrics;
    }

    /** The most points, whatever the results. */
    public int mostPoints() {
        return spread.most(points);
    }

    /** The most trials that it may come to from what is asked for by now. */
    public long mostTrials(AskedTrials asked) {
        return metrics().isEmpty()
                ? asked.trials().size()
                : (mostPoints() - asked.lawless().size()) * (long) replicates.most();
    }

    Trial trial(Settings point, int replicate) {
        int index = firstReplicate + replicate;
        long replicateSeed = replicateSeed(index);
        TrialId id = TrialId.of(point, schema(point.problem()), replicateSeed);
        return new Trial(id, index, replicateSeed, point);
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
        for (Setting setting : schema(point.problem()).settings()) {
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
