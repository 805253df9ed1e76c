package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stiffsweep.space.Point;

/**
 * The values of the settings that follow other keys, point by point.
 *
 * <p>Looking substitutions up takes far longer than anything else that is done for a point, so points that agree in every
 * swept key that a substitution mentions share one look-up.
 */
final class SubstitutedValues {

    private static final Pattern MENTION = Pattern.compile("\\$\\{\\??([^}]*)}");

    private final WrittenSettings written;
    private final Set<String> leading;
    private final Map<LookUp, Found> known = new HashMap<>();

    /** @param swept the paths that the sweep varies */
    SubstitutedValues(WrittenSettings written, Collection<String> swept) {
        this.written = written;
        Set<String> mentioned = mentioned(written);
        this.leading = swept.stream()
                .filter(path -> mentioned.stream().anyMatch(other -> overlap(path, other)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the followers are at one point; a substitution that leads nowhere is a fault and left out. */
    List<WrittenValue> values(Point point, ProblemBase base, Faults faults) {
        if (written.followers().isEmpty()) {
            return List.of();
        }
        SortedMap<String, Object> leaders = new TreeMap<>(point.values());
        leaders.keySet().retainAll(leading);
        Found found =
                known.computeIfAbsent(new LookUp(base.declaration().name(), leaders), lookUp -> find(leaders, base));
        faults.addAll(found.faults());
        return found.values();
    }

    private Found find(Map<String, Object> leaders, ProblemBase base) {
        Faults faults = new Faults();
        Config layers = ConfigFactory.parseMap(leaders).withFallback(base.source());
        ConfigObject resolved = Substitution.resolve(layers, faults).root();
        List<WrittenValue> values = new ArrayList<>();
        written.followers().forEach((path, follower) -> {
            String place = Origin.of(follower.origin());
            Leaves leaves = Leaves.under(path, resolved);
            leaves.literals().values().forEach(value -> values.add(value.at(place)));
            if (!leaves.unresolved().isEmpty()) {
                Substitution.refuse(path, follower, faults);
            }
        });
        return new Found(values, faults.sentences());
    }

    /** The paths in the followers' substitutions. A chain of them ends at a key that one of them mentions. */
    private static Set<String> mentioned(WrittenSettings written) {
        return written.followers().values().stream()
                .flatMap(follower -> MENTION.matcher(follower.render()).results())
                .map(mention -> mention.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean overlap(String path, String other) {
        return path.equals(other) || path.startsWith(other + ".") || other.startsWith(path + ".");
    }

    private record LookUp(String problem, SortedMap<String, Object> leaders) {}

    private record Found(List<WrittenValue> values, List<String> faults) {}
}
