package stiffsweep.sweep;

import java.io.Serializable;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;

/**
 * The name of a trial: 16 hexadecimal digits of a SHA-256 over its canonical settings and its seed, so that the same
 * question has the same name in every folder and on every machine.
 */
public record TrialId(String hex) implements Serializable, Comparable<TrialId> {

    public TrialId {
        if (!hex.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("a trial id must be 16 hexadecimal digits, but got " + hex);
        }
    }

    /**
     * The id of the trial with these settings and this seed.
     *
     * @param settings the trial's settings
     * @param schema the settings of its problem: those at their default and those for execution do not enter the id
     * @param seed the replicate's seed
     */
    public static TrialId of(Settings settings, SettingsSchema schema, long seed) {
        StringBuilder canonical = new StringBuilder();
        for (Setting setting : schema.settings()) {
            Object value = settings.value(setting.path());
            if (setting.role() == Setting.Role.QUESTION && !value.equals(schema.defaultOf(setting.path()))) {
                canonical.append(setting.path()).append('=').append(value).append('\n');
            }
        }
        // The problem's name is always part of the question, also where it is the default.
        canonical.append("problem=").append(settings.problem()).append('\n');
        canonical.append("seed=").append(seed).append('\n');
        return new TrialId(ContentHash.hex(canonical.toString(), 16));
    }

    @Override
    public int compareTo(TrialId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
