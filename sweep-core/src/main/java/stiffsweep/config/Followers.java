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
final class Followers {

    private static final Pattern MENTION = Pattern.compile("\\$\\{\\??([^}]*)}");

    private final WrittenSettings written;
    private final Set<String> leading;
    private final Faults faults;
    private final Map<LookUp, List<WrittenValue>> known = new HashMap<>();

    /** @param swept the paths that the sweep varies */
    Followers(WrittenSettings written, Collection<String> swept, Faults faults) {
        this.written = written;
        this.faults = faults;
        Set<String> mentioned = mentioned(written);
        this.leading = swept.stream()
                .filter(path -> mentioned.stream().anyMatch(other -> overlap(path, other)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the followers are at one point; a substitution that leads nowhere is a fault and left out. */
    List<WrittenValue> values(Point point, ProblemBase base) {
        if (written.followers().isEmpty()) {
            return List.of();
        }
        SortedMap<String, Object> leaders = new TreeMap<>(point.values());
        leaders.keySet().retainAll(leading);
        return known.computeIfAbsent(new LookUp(base.declaration().name(), leaders), lookUp -> values(leaders, base));
    }

    private List<WrittenValue> values(Map<String, Object> leaders, ProblemBase base) {
        Config layers = ConfigFactory.parseMap(leaders).withFallback(base.source());
        ConfigObject resolved = Substitution.resolve(layers, faults).root();
        List<WrittenValue> values = new ArrayList<>();
        written.followers().forEach((path, follower) -> {
            String place = Place.of(follower.origin());
            Leaves leaves = Leaves.under(path, resolved);
            leaves.literals().values().forEach(value -> values.add(value.at(place)));
            if (!leaves.unresolved().isEmpty()) {
                Substitution.refuse(path, follower, faults);
            }
        });
        return values;
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
}
