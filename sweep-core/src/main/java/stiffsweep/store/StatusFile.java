package stiffsweep.store;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.Outcome;
import stiffsweep.store.RunStatus.LiveStack;

/** Keeps {@link RunStatus} in {@code status.json}; a key whose value is null is left out. */
public final class StatusFile {

    private StatusFile() {}

    /** Replaces the status of a folder; readers see the old one or the new one, never a part. */
    public static void write(ResultFolder folder, RunStatus status) throws IOException {
        TextFile.replace(folder.status(), render(status), folder.temporary());
    }

    /** The status of a folder, if a run has written one. */
    public static Optional<RunStatus> read(ResultFolder folder) throws IOException {
        if (!Files.exists(folder.status())) {
            return Optional.empty();
        }
        return Optional.of(parse(Files.readString(folder.status())));
    }

    static String render(RunStatus status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sweep", status.sweep());
        json.put("state", status.state().name());
        json.put("planned", status.planned());
        Map<String, Object> outcomes = new LinkedHashMap<>();
        status.outcomes().forEach((outcome, count) -> outcomes.put(outcome.name(), count));
        json.put("outcomes", outcomes);
        json.put("started_at", status.startedAt().toString());
        json.put("updated_at", status.updatedAt().toString());
        json.put("trials_per_second", status.trialsPerSecond());
        put(json, "seconds_left", status.secondsLeft());
        put(json, "best_error", status.bestError());
        json.put("live", status.live().stream().map(StatusFile::render).toList());
        return ConfigValueFactory.fromMap(json)
                .render(ConfigRenderOptions.concise().setFormatted(true));
    }

    private static Map<String, Object> render(LiveStack stack) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stack", stack.stack());
        json.put("trials", stack.trials());
        json.put("epoch", stack.epoch());
        json.put("epochs", stack.epochs());
        put(json, "best_error", stack.bestError());
        return json;
    }

    static RunStatus parse(String text) {
        Config json =
                ConfigFactory.parseString(text, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));
        SortedMap<Outcome.Status, Integer> outcomes = new TreeMap<>();
        Config counts = json.getConfig("outcomes");
        counts.root().keySet().forEach(name -> outcomes.put(Outcome.Status.valueOf(name), counts.getInt(name)));
        return new RunStatus(
                json.getString("sweep"),
                json.getEnum(RunStatus.State.class, "state"),
                json.getInt("planned"),
                outcomes,
                Instant.parse(json.getString("started_at")),
                Instant.parse(json.getString("updated_at")),
                json.getDouble("trials_per_second"),
                number(json, "seconds_left"),
                number(json, "best_error"),
                live(json));
    }

    /** The stacks that are being trained, as the JSON of a status has them. */
    public static List<LiveStack> live(Config json) {
        return json.getConfigList("live").stream()
                .map(stack -> new LiveStack(
                        stack.getString("stack"),
                        stack.getInt("trials"),
                        stack.getLong("epoch"),
                        stack.getLong("epochs"),
                        number(stack, "best_error")))
                .toList();
    }

    /** Puts a number; JSON has no word for one that is missing, infinite or not a number. */
    private static void put(Map<String, Object> json, String key, @Nullable Double number) {
        if (number != null && Double.isFinite(number)) {
            json.put(key, number);
        }
    }

    private static @Nullable Double number(Config json, String key) {
        return json.hasPath(key) ? json.getDouble(key) : null;
    }
}
