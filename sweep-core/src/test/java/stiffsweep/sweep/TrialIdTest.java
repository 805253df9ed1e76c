package stiffsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.Law;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;

/** An id that changed without the question changing would train finished trials again; the reverse would lose trials. */
class TrialIdTest {

    private static final Setting KIND = CommonSettings.PROBLEM;
    private static final Setting RATE = Setting.number("rate", "rate", new Law.GreaterThan(0), "1", "");
    private static final Setting STACK =
            Setting.count("stack", "stack", new Law.AtLeast(2), "trials", "").forExecution();

    private static final SettingsSchema SCHEMA = new SettingsSchema(
            List.of(KIND, RATE, STACK), settings(Map.of("problem.kind", "decay", "rate", 1.0, "stack", 8L)));

    @Test
    void aNewSettingAtItsDefaultKeepsTheId() {
        Setting width = Setting.count("width", "width", new Law.AtLeast(1), "neurons", "");
        SettingsSchema grown = new SettingsSchema(
                List.of(KIND, RATE, STACK, width),
                settings(Map.of("problem.kind", "decay", "rate", 1.0, "stack", 8L, "width", 40L)));
        Settings before = settings(Map.of("problem.kind", "decay", "rate", 2.0, "stack", 8L));

        assertThat(TrialId.of(with(before, "width", 40L), grown, 7)).isEqualTo(TrialId.of(before, SCHEMA, 7));
        assertThat(TrialId.of(with(before, "width", 41L), grown, 7)).isNotEqualTo(TrialId.of(before, SCHEMA, 7));
    }

    @Test
    void howTheWorkIsDoneIsNotPartOfTheId() {
        Settings settings = SCHEMA.defaults();

        assertThat(TrialId.of(with(settings, "stack", 2L), SCHEMA, 7)).isEqualTo(TrialId.of(settings, SCHEMA, 7));
    }

    @Test
    void theOrderOfDeclarationDoesNotMatter() {
        List<Setting> reversed = new ArrayList<>(List.of(STACK, RATE, KIND));
        Settings settings = with(SCHEMA.defaults(), "rate", 3.0);

        assertThat(TrialId.of(settings, new SettingsSchema(reversed, SCHEMA.defaults()), 7))
                .isEqualTo(TrialId.of(settings, SCHEMA, 7));
    }

    @Test
    void everyQuestionHasItsOwnId() {
        Settings settings = SCHEMA.defaults();

        assertThat(List.of(
                        TrialId.of(settings, SCHEMA, 7),
                        TrialId.of(settings, SCHEMA, 8),
                        TrialId.of(with(settings, "rate", 2.0), SCHEMA, 7),
                        TrialId.of(with(settings, "problem.kind", "growth"), SCHEMA, 7)))
                .doesNotHaveDuplicates();
    }

    @Test
    void twoProblemsThatAreEachTheDefaultOfTheirSchemaDiffer() {
        Settings growth = with(SCHEMA.defaults(), "problem.kind", "growth");

        assertThat(TrialId.of(growth, new SettingsSchema(List.of(KIND, RATE, STACK), growth), 7))
                .isNotEqualTo(TrialId.of(SCHEMA.defaults(), SCHEMA, 7));
    }

    @Test
    void refusesWhatIsNotAHash() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrialId("../0123456789abc"));
    }

    private static Settings settings(Map<String, Object> values) {
        return new Settings(new TreeMap<>(values));
    }

    private static Settings with(Settings settings, String path, Object value) {
        SortedMap<String, Object> values = new TreeMap<>(settings.values());
        values.put(path, value);
        return new Settings(values);
    }
}
