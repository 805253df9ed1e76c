package stiffsweep.config;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;

/** The problems that a sweep file may name. */
final class KnownProblems {

    /** Where keys begin that only some problems have. */
    private static final List<String> OF_A_PROBLEM = List.of(
            "problem.", "domain.", "networks.", "network.inputs.", "learned.", "loss.formulation", "loss.conditions");

    private final SortedMap<String, ProblemDeclaration> declarations = new TreeMap<>();
    private final Settings commonDefaults = CommonDefaults.read();

    KnownProblems(Collection<ProblemDeclaration> declarations) {
        declarations.forEach(declaration -> this.declarations.put(declaration.name(), declaration));
    }

    /** Checks the value of a {@code problem.kind}; an unknown problem is a fault. */
    void check(WrittenValue kind, Faults faults) {
        if (!(kind.raw() instanceof String name) || !declarations.containsKey(name)) {
            faults.add(
                    kind,
                    "must be one of " + String.join(", ", declarations.keySet()) + ", or that of a jar in --jars");
        }
    }

    /** Whether a key may be the own one of a problem that is not known: what such a problem calls its keys, nobody can say. */
    boolean mayHave(Collection<String> names, String path) {
        return OF_A_PROBLEM.stream().anyMatch(path::startsWith)
                && !declarations.keySet().containsAll(names);
    }

    /**
     * The base of a problem's trials. For an unknown one, that of a stand-in that has the keys of every problem: so the rest of the
     * file is still checked, and no key is called unknown because the problem is.
     */
    ProblemBase base(String name, WrittenSettings written, Faults faults) {
        ProblemDeclaration known = declarations.get(name);
        return known == null
                ? ProblemBase.of(standIn(name, List.copyOf(declarations.values())), keysOfAll(), written, faults)
                : ProblemBase.of(known, SettingsSchema.of(known, commonDefaults), written, faults);
    }

    private SettingsSchema keysOfAll() {
        SortedMap<String, Setting> settings = new TreeMap<>();
        SortedMap<String, Object> defaults = new TreeMap<>();
        for (ProblemDeclaration declaration : declarations.values()) {
            SettingsSchema schema = SettingsSchema.of(declaration, commonDefaults);
            schema.settings().forEach(setting -> settings.put(setting.path(), setting));
            defaults.putAll(schema.defaults().values());
        }
        return new SettingsSchema(List.copyOf(settings.values()), new Settings(defaults));
    }

    /** The problem where a sweep file names none. */
    String defaultKind() {
        return commonDefaults.problem();
    }

    private static ProblemDeclaration standIn(String name, List<ProblemDeclaration> all) {
        return new ProblemDeclaration(
                name,
                "",
                "",
                List.of(new ProblemDeclaration.Input("", "", 1, null)),
                all.stream().flatMap(problem -> problem.parameters().stream()).toList(),
                all.stream().flatMap(problem -> problem.learned().stream()).toList(),
                all.stream().flatMap(problem -> problem.sampleSets().stream()).toList(),
                "",
                List.of(new ProblemDeclaration.Formulation(
                        "",
                        List.of(),
                        List.of(),
                        all.stream()
                                .flatMap(problem -> problem.lossTerms().stream())
                                .toList())),
                all.stream()
                        .map(ProblemDeclaration::matching)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                List.of());
    }
}
