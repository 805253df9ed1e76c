package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static stiffsweep.config.SweepFolder.values;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of HOCON holds on the command line, or is refused in words. */
class OverlayTest {

    private static final String AXIS = "sweep.grid.problem.stiffness";

    private static final String TEXT = "name = a\nsweep.grid.problem.stiffness = [1, 100]\n";

    @TempDir
    private Path temporary;

    private SweepFolder folder = new SweepFolder(Path.of(""));

    @BeforeEach
    void useAFolder() {
        folder = new SweepFolder(temporary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training.epochs=7",
                " training.epochs = 7 ",
                "training.epochs:7",
                "training { epochs = 7 }",
                "training{epochs:7}",
                "{ training.epochs = 7 }",
                "\"training\".\"epochs\" = 7",
                "training = { epochs = 7 }",
                "training.epochs = 7 # more = longer",
                "training.epochs = 7, network.width = 8",
                "network.width = 7, training.epochs = ${network.width}",
            })
    void everyFormSetsASetting(String override) {
        assertThat(values(folder.sweep(TEXT, override), "training.epochs")).containsExactly(7L, 7L);
    }

    @Test
    void aValueIsAddedToAnAxis() {
        assertThat(values(folder.sweep(TEXT, AXIS + " += 5"), "problem.stiffness"))
                .containsExactly(1.0, 100.0, 5.0);
        assertThat(values(folder.sweep(TEXT, AXIS + " += 5", AXIS + "+=6"), "problem.stiffness"))
                .containsExactly(1.0, 100.0, 5.0, 6.0);
        assertThat(values(folder.sweep(TEXT, AXIS + " = ${" + AXIS + "} [5]"), "problem.stiffness"))
                .containsExactly(1.0, 100.0, 5.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep.grid.problem.stiffness={linspace=[1,3],count=2}",
                "sweep.grid.problem.stiffness : {linspace=[1,3],count=2}",
                "\"sweep\".grid.problem.stiffness = {linspace=[1,3],count=2}",
                "sweep.grid = { problem.stiffness = {linspace=[1,3],count=2} }",
            })
    void anAxisIsReplacedWholly(String override) {
        String text = "name = a\nsweep.grid.problem.stiffness = { logspace = [1, 100], count = 9 }\n";

        assertThat(values(folder.sweep(text, override), "problem.stiffness")).containsExactly(1.0, 3.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep.stop { rule = median }",
                "sweep.stop = { rule = median }",
                "sweep.stop.rule = median",
                "sweep { stop { rule = median } }",
            })
    void whatABlockDoesNotSayKeepsItsDefault(String override) {
        SweepFile file = folder.read("name = a\nsweep.grid.loss.weighting = [plain, jacobian]\n", override);

        assertThat(file.stop().isOn()).isTrue();
        assertThat(file.frozen()).contains("min-trials=5");
        assertThat(values(file.sweep(), "loss.weighting")).containsExactly("plain", "jacobian");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "training.epochs", "training.epochs =", "= 7", "[1]", "training { epochs = 7", "# 7"})
    void whatIsNoPathAndValueIsRefused(String override) {
        assertThat(folder.faults(TEXT, override))
                .singleElement()
                .asString()
                .startsWith("--set " + override + ": override: an override must be path=value, in HOCON, but got ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"include \"none\"", "include \"a=b\"", "include file(\"none\")"})
    void anIncludeThatBringsNothingIsRefused(String override) {
        assertThat(folder.faults(TEXT, override)).singleElement().asString().contains("does not exist");
    }

    @Test
    void aFileMayBeLaidOverAnother() {
        Path over = folder.write("over.conf", "training.epochs = 7");

        assertThat(values(folder.sweep(TEXT, "include \"" + over + "\""), "training.epochs"))
                .containsExactly(7L, 7L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            network.width += 4                    | network.width: | --set network.width += 4
            sweep.replicates += 4                 | sweep.replicates: | --set sweep.replicates += 4
            sweep.grid.problem.stiffness += [5]   | problem.stiffness: | --set sweep.grid.problem.stiffness += [5]
            sweep.grid.problem.stiffness = null   | problem.stiffness: | --set sweep.grid.problem.stiffness = null
            """)
    void whatBreaksALawIsRefusedAtItsPlace(String override, String key, String place) {
        assertThat(folder.faults(TEXT, override))
                .anySatisfy(fault -> assertThat(fault).startsWith(place + ": ").contains(key));
    }

    @Test
    void aKeyThatAnAxisGivesItsValuesIsRefused() {
        assertThat(folder.faults(TEXT, "problem.stiffness=5"))
                .containsExactly(
                        "--set problem.stiffness=5: problem.stiffness: an override must be of a key that no axis"
                                + " is over, but got one that " + AXIS
                                + " gives all its values: override the axis, as in"
                                + " --set '" + AXIS + "=[5]'");
    }

    @Test
    void aKeyThatAnAxisGivesItsValuesInSomePointsOnlyIsOverriddenInTheOthers() {
        String blocks = "name = a\nsweep.blocks = [{ grid.problem.stiffness = [1] }, { grid.network.width = [4] }]";
        assertThat(values(folder.sweep(blocks, "problem.stiffness=5"), "problem.stiffness"))
                .containsExactly(1.0, 5.0);

        String when = """
                name = a
                sweep.grid.loss.weighting = [plain, jacobian]
                sweep.grid.problem.stiffness = { choice = [1], when { loss.weighting = plain } }
                """;
        assertThat(values(folder.sweep(when, "problem.stiffness=5"), "problem.stiffness"))
                .containsExactly(1.0, 5.0);
    }
}
