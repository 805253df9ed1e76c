package stiffsweep.analysis.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;

class PairedComparisonTest {

    private static final Question ERROR = new Question("error_mse", List.of("problem"), "");

    /** Eight seeds, whose errors differ by decades, at two stiffnesses; jacobian has half the error of plain, give or take a seed. */
    private static final String HALVED = """
            select weighting, stiffness, replicate,
                pow(10.0, replicate) * stiffness * if(weighting = 'plain', 2, 1) * if(weighting = 'plain', pow(1.1, replicate - 3), 1)
                    as error_mse
            from (values ('plain'), ('jacobian')) as w(weighting), (values (1.0), (10.0)) as s(stiffness),
                range(7) as r(replicate)
            """;

    @TempDir
    private Path folder;

    @Test
    void findsTheRatioThatSeedsHide() {
        Answer answer = compared(HALVED);

        Table table = answer.table();
        assertThat((Double) table.column("ratio").get(0)).isCloseTo(0.5, within(1e-12));
        // The interval leaves out two of the 28 mean ranks at each end: Hollander and Wolfe, table A.4, n = 7.
        assertThat((Double) table.column("upper").get(0)).isCloseTo(0.5 * Math.pow(1.1, 2), within(1e-12));
        assertThat(table.column("p")).containsExactly(2 / 128.0);
        assertThat(table.column("win_rate")).containsExactly(1.0);
        assertThat(table.column("pairs")).containsExactly(14L);
        assertThat(table.column("replicates")).containsExactly(7L);
        assertThat(answer.sentences())
                .containsExactly(
                        "linear-decay: weighting = plain has 2 times the error_mse of weighting = jacobian (1.65 to 2.42,"
                                + " 95 % signed rank; 2 settings, 7 replicates), and is larger in 14 of 14 pairs; p = 0.016.");
    }

    /** Five seeds reach p = 0.0625 at the least, and an interval of 94 %. */
    @Test
    void saysHowSureFiveReplicatesCanBe() {
        assertThat(compared(HALVED.replace("range(7)", "range(5)")).sentences())
                .singleElement()
                .asString()
                .endsWith(
                        "p = 0.062: a difference is shown with 94 % confidence, the most that 5 replicates can give.");
        assertThat(compared(HALVED.replace("range(7)", "range(3)")).sentences())
                .singleElement()
                .asString()
                .endsWith(" pairs; it takes 5 replicates to show a difference.");
    }

    /** Three sides make three comparisons, and five replicates have no p below 0.0625. */
    @Test
    void saysWhereTheCorrectionTakesADifferenceAway() {
        String three = HALVED.replace("('jacobian')", "('jacobian'), ('field')");
        List<String> sentences = compared(three.replace("range(7)", "range(5)")).sentences();

        assertThat(sentences.get(1))
                .endsWith("corrected for 3 comparisons p = 0.19: the interval lies on one side of 1, and only more"
                        + " replicates can show more.");
        assertThat(compared(three.replace("range(7)", "range(6)")).sentences().get(1))
                .endsWith("p = 0.094: a difference if taken alone, none after the correction.");
        assertThat(sentences.get(0)).contains("weighting = field has the same error_mse as weighting = jacobian");
    }

    /** Nine of ten pairs say the opposite of their mean. */
    @Test
    void saysWhereMostPairsSayTheOpposite() {
        assertThat(compared("""
                select weighting, replicate, stiffness,
                    case when weighting = 'jacobian' then 1 when stiffness = 1 then 1e9 else 0.9 end as error_mse
                from (values ('plain'), ('jacobian')) as w(weighting), range(1, 11) as s(stiffness), range(6) as r(replicate)
                """).sentences())
                .singleElement()
                .asString()
                .contains(", but is larger in only 6 of 60 pairs");
    }

    @Test
    void saysWhereNoDifferenceIsShown() {
        String alike = HALVED.replace("if(weighting = 'plain', 2, 1)", "1");

        assertThat(compared(alike).sentences()).singleElement().asString().contains(": no difference is shown");
    }

    @Test
    void countsPairsThatLackAMeasurementAndTakesThemForNone() {
        Answer answer = compared(
                HALVED.replace(
                        "pow(10.0, replicate)",
                        "if(weighting = 'plain' and (replicate = 6 or stiffness = 10 and replicate > 2), 'nan'::double, pow(10.0, replicate))"));

        assertThat(answer.table().column("settings")).containsExactly(1L);
        assertThat(answer.table().column("replicates")).containsExactly(6L);
        assertThat(answer.table().column("left_out")).containsExactly(5L);
        assertThat(answer.sentences().get(0))
                .contains(
                        "1 of 2 settings, 6 replicates",
                        "5 pairs without a measurement: 5 diverged of weighting = plain");
    }

    /** Jacobian has a half at one stiffness and a tenth at the other, whatever the seed: so it has without one of the pairs. */
    @Test
    void aPairWithoutAMeasurementStandsAtTheMedianOfItsSetting() {
        Table table = compared("""
                select weighting, stiffness, replicate, case when weighting = 'jacobian' then 1
                        when stiffness = 1 then 2 when replicate = 0 then 'nan'::double else 10 end as error_mse
                from (values ('plain'), ('jacobian')) as w(weighting), (values (1.0), (10.0)) as s(stiffness), range(6) as r(replicate)
                """).table();

        assertThat((Double) table.column("ratio").get(0)).isCloseTo(Math.sqrt(0.05), within(1e-12));
        assertThat((Double) table.column("upper").get(0)).isCloseTo(Math.sqrt(0.05), within(1e-12));
    }

    @Test
    void correctsForTheNumberOfComparisons() {
        Answer answer = compared(HALVED.replace("('jacobian')", "('jacobian'), ('field')"));

        assertThat(answer.table().column("first"))
                .containsExactly("weighting = field", "weighting = field", "weighting = jacobian");
        assertThat(answer.table().column("p")).containsExactly(1.0, 2 / 128.0, 2 / 128.0);
        assertThat(answer.table().column("p_holm")).containsExactly(1.0, 6 / 128.0, 6 / 128.0);
    }

    @Test
    void namesWhatMovesWithTheSettingWhereNothingIsPaired() {
        String zipped = HALVED.replace("range(7)", "range(2)") + " where (weighting = 'plain') = (stiffness = 1)";

        assertThatThrownBy(() -> compared(zipped))
                .isInstanceOf(AnalysisException.class)
                .hasMessageContaining("stiffness differ too")
                .hasMessageContaining("--on COLUMN,stiffness");
    }

    @Test
    void comparesTwoFoldersTrialByTrial() {
        String plain = HALVED + " where weighting = 'plain'";
        Map<String, Results> folders = new LinkedHashMap<>();
        try (Results one = AnswerFolder.of(folder.resolve("one"), plain);
                Results other = AnswerFolder.of(
                        folder.resolve("other"), HALVED + " where weighting = 'jacobian' and stiffness = 10")) {
            folders.put("one", one);
            folders.put("other", other);

            Answer answer = PairedComparison.between(folders, ERROR);

            assertThat((Double) answer.table().column("ratio").get(0)).isCloseTo(2, within(1e-12));
            assertThat(answer.table().column("pairs")).containsExactly(7L);
            assertThat(answer.sentences())
                    .contains(
                            "7 trials without a partner that agrees in all other settings and the replicate: left out.",
                            "The folders also differ in weighting (plain and jacobian).");
        }
    }

    private Answer compared(String rows) {
        try (Results results = AnswerFolder.of(folder, rows)) {
            return PairedComparison.on(List.of("weighting"), results, ERROR);
        }
    }
}
