package stiffsweep.analysis.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;

class ImportanceTest {

    private static final String SEEDS = "range(5) as r(replicate)";

    /** Decades: 2 for the rate, 1 for the width, none together; a seed shifts all settings. */
    private static final String GRID = """
            select learning_rate, width, replicate,
                pow(10.0, replicate + if(learning_rate = 0.01, 2, 0) + if(width = 8, 1, 0)) as error_mse
            from (values (0.001), (0.01)) as l(learning_rate), (values (8), (16)) as w(width), %s
            """.formatted(SEEDS);

    @TempDir
    private Path folder;

    @Test
    void sharesTheVarianceBetweenSettings() {
        Answer answer = shares(GRID);

        // Two values that are d apart have a variance of d^2 / 4: 1 and 0.25.
        assertThat(answer.table().column("effect")).containsExactly("learning_rate", "width", "learning_rate x width");
        assertThat((Double) answer.table().column("share").get(0)).isCloseTo(0.8, within(1e-12));
        assertThat((Double) answer.table().column("share").get(1)).isCloseTo(0.2, within(1e-12));
        assertThat(answer.table().column("best")).containsExactly("0.001", "16", null);
        assertThat((Double) answer.table().column("factor").get(0)).isCloseTo(100, within(1e-9));
        assertThat(answer.sentences().get(0))
                .isEqualTo(
                        "linear-decay: learning_rate matters most: it explains 80 % (80 to 80 %, 95 % bootstrap) of the"
                                + " variance of log10 error_mse between 4 settings. From 0.01 to 0.001 the geometric mean of"
                                + " error_mse over the grid falls by a factor of 100 (100 to 100, 95 % bootstrap).");
        assertThat(answer.sentences().get(2))
                .contains("Seeds of one setting scatter by 1.58 decades", "67 % of all variance");
    }

    @Test
    void anAxisWithAConditionHasNoEffectWhereItDoesNotApply() {
        Table table = shares("""
                select optimizer, if(optimizer = 'adam', 0.5, weight_decay) as weight_decay, replicate,
                    pow(10.0, replicate + if(optimizer = 'adamw' and weight_decay = 0.1, 2, 0)) as error_mse
                from (values ('adam'), ('adamw')) as o(optimizer), (values (0.01), (0.1)) as w(weight_decay), %s
                where optimizer = 'adamw' or weight_decay = 0.1
                """.formatted(SEEDS)).table();

        // On the grid 0 0 / 0 2 both axes and their pair explain a third each.
        assertThat(table.column("effect")).hasSize(3).contains("optimizer", "weight_decay", "optimizer x weight_decay");
        assertThat(table.column("share"))
                .allSatisfy(share -> assertThat((Double) share).isCloseTo(1 / 3.0, within(1e-12)));
    }

    @Test
    void whatMovesWithAnAxisIsNone() {
        Answer answer = shares(
                GRID.replace("select learning_rate,", "select learning_rate, learning_rate * 10 as weight_start,"));

        assertThat(answer.table().column("effect")).containsExactly("learning_rate", "width", "learning_rate x width");
        assertThat(answer.sentences()).contains("  weight_start moves with learning_rate.");
    }

    @Test
    void settingsWhoseValuesNeverMeetAreOneAxis() {
        Table table = shares("""
                select weighting, rule, replicate, pow(10.0, replicate + if(rule = 'matched', 1, 0)) as error_mse
                from (values ('plain', 'fixed'), ('plain', 'matched'), ('jacobian', 'fixed')) as m(weighting, rule), %s
                """.formatted(SEEDS)).table();

        assertThat(table.column("effect")).containsExactly("weighting with rule");
        assertThat(table.column("worst")).containsExactly("plain, matched");
    }

    @Test
    void aSettingThatFailedStandsAtWhatTheOthersPredict() {
        Answer answer = shares(GRID.replace("(values (8), (16))", "(values (8), (16), (32), (64))")
                .replace(
                        "pow(10.0, ",
                        "if(width = 64 and learning_rate = 0.01 and replicate < 3, 'nan'::double, 1) * pow(10.0, "));

        assertThat(answer.table().column("effect").get(0)).isEqualTo("learning_rate");
        assertThat((Double) answer.table().column("factor").get(0)).isCloseTo(100, within(1e-6));
        assertThat(answer.sentences())
                .anyMatch(sentence -> sentence.contains("1 combination of 8 without enough measurements"))
                .anyMatch(sentence -> sentence.contains("3 of 40 trials without a measurement: 3 diverged"));
    }

    @Test
    void settingsThatWereDrawnAreSharedOverBins() {
        String drawn = """
                select pow(10.0, ((i * 37) % 64) / 64.0) as learning_rate, 1 + ((i * 23) % 64) as width, replicate,
                    pow(10.0, replicate + 3 * ((i * 37) %% 64) / 64.0) as error_mse
                from range(64) as p(i), %s
                """.replace("%%", "%").replace("%s", SEEDS);
        Answer answer = shares(drawn);

        assertThat(answer.table().column("effect").get(0)).isEqualTo("learning_rate");
        assertThat((Double) answer.table().column("share").get(0)).isGreaterThan(0.9);
        assertThat(answer.sentences()).anyMatch(sentence -> sentence.contains("Settings were drawn"));
        assertThatThrownBy(() -> shares(drawn + " where i < 19"))
                .isInstanceOf(AnalysisException.class)
                .hasMessageContaining("but got 19 settings");
    }

    @Test
    void saysWhatEachValueDoes() {
        try (Results results = AnswerFolder.of(folder, GRID)) {
            Table table = Importance.effects(results, question()).table();

            assertThat(table.column("value")).containsExactly("0.001", "0.01", "8", "16");
            assertThat((Double) table.column("factor").get(1)).isCloseTo(10, within(1e-9));
        }
    }

    private Answer shares(String rows) {
        try (Results results = AnswerFolder.of(folder, rows)) {
            return Importance.shares(results, question());
        }
    }

    private static Question question() {
        return new Question("error_mse", List.of("problem"), "");
    }
}
