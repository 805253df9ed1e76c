package stiffsweep.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.formula.Formula;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Machine;
import stiffsweep.result.Outcome;
import stiffsweep.result.Provenance;
import stiffsweep.result.Software;
import stiffsweep.result.SolutionPoint;
import stiffsweep.result.TrialResult;
import stiffsweep.sweep.Replicates;
import stiffsweep.sweep.Spread;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/** A sweep over two problems that share some columns and not others. */
final class SampleSweep {

    static final Instant STARTED = Instant.parse("2026-11-21T10:15:30.123456Z");

    private SampleSweep() {}

    /** One point of each problem: decay with fixed weights, oscillation with a rule for its initial weight. */
    static Sweep sweep() {
        return sweep(problem("decay", "stiffness", "equation"), problem("oscillation", "frequency", "end-point"));
    }

    static Sweep sweep(ProblemDeclaration... problems) {
        SortedMap<String, ProblemDeclaration> declarations = new TreeMap<>();
        SortedMap<String, SettingsSchema> schemas = new TreeMap<>();
        List<Settings> points = new ArrayList<>();
        for (ProblemDeclaration problem : problems) {
            SettingsSchema schema = SettingsSchema.of(problem, commonDefaults());
            declarations.put(problem.name(), problem);
            schemas.put(problem.name(), schema);
            SortedMap<String, Object> point = new TreeMap<>(schema.defaults().values());
            point.put("problem.kind", problem.name());
            points.add(new Settings(point));
        }
        return new Sweep(
                "sample",
                7,
                0,
                new Replicates.Fixed(1),
                points,
                List.of(),
                new Spread.Listed("grid", new TreeMap<>()),
                declarations,
                schemas);
    }

    static ProblemDeclaration problem(String name, String parameter, String term) {
        return ProblemDeclaration.of(name, "y' = -y", "")
                .parameter(parameter, 10, new Law.GreaterThan(0), "1/s", "The rate.")
                .interval("residual", "log", 0.1, 1, 50, "s")
                .equation(term, "residual", 2, "The equation holds.", Formula.truthOf("y"))
                .fields("y")
                .build();
    }

    static TrialResult result(Trial trial, Outcome outcome, Map<String, Double> measurements) {
        String term = trial.problem().equals("decay") ? "equation" : "end-point";
        return new TrialResult(
                trial,
                outcome,
                120,
                new TreeMap<>(measurements),
                List.of(new CurvePoint(
                        0, 3.5, new TreeMap<>(Map.of(term, 1.75)), Double.NaN, Double.NaN, new TreeMap<>())),
                List.of(new SolutionPoint(
                        "y", new TreeMap<>(Map.of("t", 0.5)), 0.25, 0.2, null, SolutionPoint.Band.NONE)),
                List.of(),
                new Provenance(
                        new Software("abc1234", "DJL 0, PyTorch 1", "4.0.0", "17.0.1"),
                        new Machine("node", "cpu", 1, "engine"),
                        STARTED,
                        STARTED.plusSeconds(12),
                        1,
                        8,
                        1.5,
                        3));
    }

    private static Settings commonDefaults() {
        SortedMap<String, Object> defaults = new TreeMap<>();
        for (Setting setting : CommonSettings.all()) {
            defaults.put(
                    setting.path(),
                    switch (setting.type()) {
                        case NUMBER, NUMBER_OR_RULE -> 0.5;
                        case COUNT -> 4L;
                        case SWITCH -> true;
                        case WORD -> "word";
                    });
        }
        return new Settings(defaults);
    }
}
