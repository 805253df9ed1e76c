package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;
import stiffsweep.sweep.Sweep;

/**
 * Writes a sweep as a sweep file of its own, which needs no includes, overrides or defaults to read back to the same
 * trials.
 *
 * <p>A default that differs between the sweep's problems, and that of a swept key, stays in the declarations.
 */
final class FrozenSweep {

    private static final String HEADER = "# A whole sweep: every setting that its trials share, and its axes.\n";
    static final ConfigRenderOptions FORMAT = ConfigRenderOptions.defaults()
            .setJson(false)
            .setComments(false)
            .setOriginComments(false)
            .setFormatted(true);

    private final Sweep sweep;
    private final WrittenSettings written;
    private final Map<String, Object> shared;

    private FrozenSweep(Sweep sweep, List<Settings> points, WrittenSettings written) {
        this.sweep = sweep;
        this.written = written;
        this.shared = shared(points);
    }

    /** The settings that all points have with the same value that have them at all. */
    private static Map<String, Object> shared(List<Settings> points) {
        Map<String, Object> first = new HashMap<>();
        Set<String> varied = new HashSet<>();
        for (Settings point : points) {
            point.values().forEach((path, value) -> {
                Object other = first.putIfAbsent(path, value);
                if (other != null && !other.equals(value)) {
                    varied.add(path);
                }
            });
        }
        first.keySet().removeAll(varied);
        return first;
    }

    /**
     * The text of the file.
     *
     * @param points points that differ in every setting that may differ between the sweep's points
     * @param heading what the file says beside the settings
     */
    static String text(Sweep sweep, List<Settings> points, WrittenSettings written, SweepBlocks heading) {
        Config frozen = new FrozenSweep(sweep, points, written)
                .settings()
                .withValue("name", ConfigValueFactory.fromAnyRef(sweep.name()))
                .withFallback(heading.blocks());
        return HEADER + frozen.root().render(FORMAT);
    }

    private Config settings() {
        Set<String> followers = followersOfSweptKeys();
        Config settings = ConfigFactory.empty();
        for (String path : paths()) {
            Optional<Object> value =
                    written.followerOf(path).filter(followers::contains).isPresent() ? Optional.empty() : shared(path);
            if (value.isPresent()) {
                settings = settings.withValue(path, ConfigValueFactory.fromAnyRef(value.get()));
            }
        }
        for (Map.Entry<String, ConfigValue> follower : written.followers().entrySet()) {
            if (followers.contains(follower.getKey())) {
                settings = settings.withFallback(follower.getValue().atPath(follower.getKey()));
            }
        }
        return settings;
    }

    /** The followers with some value that differs from trial to trial: these stay as they are written. */
    private Set<String> followersOfSweptKeys() {
        return paths().stream()
                .filter(path -> shared(path).isEmpty())
                .flatMap(path -> written.followerOf(path).stream())
                .collect(Collectors.toSet());
    }

    /** The value of a setting that is the same in every trial; of a swept one, the value that is written under the axes. */
    private Optional<Object> shared(String path) {
        if (sweep.axes().contains(path)) {
            return Optional.ofNullable(written.literals().get(path)).map(WrittenValue::raw);
        }
        return Optional.ofNullable(shared.get(path));
    }

    private List<String> paths() {
        return sweep.schemas().values().stream()
                .flatMap(schema -> schema.settings().stream())
                .map(Setting::path)
                .distinct()
                .toList();
    }
}
