package stiffsweep.sweep;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stiffsweep.declare.Setting;
import stiffsweep.declare.SettingsSchema;

/**
 * Tells another sweep from the same one grown or narrowed: a folder of results takes in only the latter.
 *
 * <p>Two sweeps are at odds when their names or seeds differ, when their points are drawn otherwise, or when some setting has
 * no value in common. An axis with more or fewer values, another number of replicates and another number of drawn points
 * are the same sweep; but a drawn axis with other ends or values moves every point, and so does what a search goes by.
 */
public final class SweepConflict {

    private static final int VALUES_SHOWN = 3;

    private SweepConflict() {}

    /**
     * A sentence that names the first key in which two sweeps are at odds; nothing when results of both may lie together.
     *
     * @param planned the sweep that is to run
     * @param stored the sweep whose results are there
     */
    public static Optional<String> between(Sweep planned, Sweep stored) {
        if (!planned.name().equals(stored.name())) {
            return Optional.of(sentence("name", planned.name(), stored.name()));
        }
        if (planned.seed() != stored.seed()) {
            return Optional.of(sentence("sweep.seed", "" + planned.seed(), "" + stored.seed()));
        }
        return between(planned.spread(), stored.spread())
                .or(() -> ofMedians(planned, stored))
                .or(() -> questions(planned).stream()
                        .filter(questions(stored)::contains)
                        .flatMap(path -> between(path, values(planned, path), values(stored, path)).stream())
                        .findFirst());
    }

    private static Optional<String> between(Spread planned, Spread stored) {
        if (!planned.design().equals(stored.design())) {
            return Optional.of(sentence("sweep.design", planned.design(), stored.design()));
        }
        Set<String> keys = new TreeSet<>(planned.laws().keySet());
        keys.addAll(stored.laws().keySet());
        return keys.stream()
                .filter(key ->
                        !Objects.equals(planned.laws().get(key), stored.laws().get(key)))
                .map(key -> sentence(
                        key,
                        planned.laws().getOrDefault(key, "no axis"),
                        stored.laws().getOrDefault(key, "no axis")))
                .findFirst();
    }

    /** A search goes by the medians over the replicates, so with others it goes elsewhere. */
    private static Optional<String> ofMedians(Sweep planned, Sweep stored) {
        if (planned.spread().metric().isEmpty()) {
            return Optional.empty();
        }
        if (planned.firstReplicate() != stored.firstReplicate()) {
            return Optional.of(
                    sentence("sweep.first-replicate", "" + planned.firstReplicate(), "" + stored.firstReplicate()));
        }
        return planned.replicates().equals(stored.replicates())
                ? Optional.empty()
                : Optional.of(sentence(
                        "sweep.replicates",
                        planned.replicates().toString(),
                        stored.replicates().toString()));
    }

    private static Optional<String> between(String path, Set<Object> planned, Set<Object> stored) {
        return Collections.disjoint(planned, stored)
                ? Optional.of(sentence(path, shown(planned), shown(stored)))
                : Optional.empty();
    }

    /** The settings that are part of the question; the problem first, for the others follow from it. */
    private static Set<String> questions(Sweep sweep) {
        Set<String> paths = new LinkedHashSet<>();
        paths.add("problem.kind");
        Set<String> sorted = new TreeSet<>();
        for (SettingsSchema schema : sweep.schemas().values()) {
            schema.settings().stream()
                    .filter(setting -> setting.role() == Setting.Role.QUESTION)
                    .forEach(setting -> sorted.add(setting.path()));
        }
        paths.addAll(sorted);
        return paths;
    }

    private static Set<Object> values(Sweep sweep, String path) {
        return sweep.points().stream()
                .map(point -> point.values().get(path))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String shown(Set<Object> values) {
        String first = values.stream().limit(VALUES_SHOWN).map(Object::toString).collect(Collectors.joining(", "));
        return values.size() > VALUES_SHOWN ? first + ", .." : first;
    }

    private static String sentence(String key, String planned, String stored) {
        return key + ": the results in one folder must be of one sweep, but got " + planned + " where the folder has "
                + stored + "; use another --out, or --fork NEWDIR to take over the trials that are the same";
    }
}
