package stiffsweep.declare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Settings SETTINGS = new Settings(new TreeMap<>(Map.of(
            "points.residual.from", 0.5, "points.residual.count", 10L, "points.residual-late.from", 2.0, "on", true)));

    @Test
    void underTakesExactlyThePathsBelowAPrefix() {
        assertThat(SETTINGS.under("points.residual").values())
                .containsOnly(Map.entry("from", 0.5), Map.entry("count", 10L));
    }

    @Test
    void readsEachTypeByItsPath() {
        assertThat(SETTINGS.number("points.residual.from")).isEqualTo(0.5);
        assertThat(SETTINGS.count("points.residual.count")).isEqualTo(10);
        assertThat(SETTINGS.isOn("on")).isTrue();
    }

    @Test
    void refusesAPathThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.number("off"))
                .withMessageContaining("but got off");
    }
}
