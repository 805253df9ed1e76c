package stiffsweep.declare;

import java.util.List;
import java.util.stream.Stream;

/**
 * The settings that every problem has. A setting is declared beside the record that holds its value; its default is in
 * {@code reference.conf}.
 */
public final class CommonSettings {

    /** The problem. Its valid words are those of the known problems. */
    public static final Setting PROBLEM = new Setting(
            "problem.kind",
            "problem",
            ValueType.WORD,
            new Law.Anything(),
            List.of(),
            Setting.Role.QUESTION,
            "",
            "The equation; `./sweep problems` lists them.");

    private CommonSettings() {}

    /** Every common setting. */
    public static List<Setting> all() {
        return Stream.of(
                        List.of(PROBLEM),
                        LossSettings.ALL,
                        NetworkSettings.ALL,
                        TrainingSettings.ALL,
                        DescentSettings.ALL,
                        ExecutionSettings.ALL,
                        MeasureSettings.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
