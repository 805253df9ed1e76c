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

class BestSettingsTest {

    /** Seeds whose errors differ by decades; a and b have the same errors in another order, c ten times as large ones, d fails. */
    private static final String FOUR = """
            select activation, replicate, pow(10.0, replicate) * 2 * case
                    when activation = 'a' then 1
                    when activation = 'b' then if(replicate % 2 = 0, 1.5, 0.9)
                    when activation = 'c' then 10
                    when replicate < 4 then 'nan'::double
                    else 1e-9 end as error_mse
            from (values ('a'), ('b'), ('c'), ('d')) as s(activation), range(7) as r(replicate)
            """;

    @TempDir
    private Path folder;

    @Test
    void ranksSettingsByTheirMedianAndSaysWhichAreAlike() {
        Answer answer = best(FOUR);

        Table table = answer.table();
        assertThat(table.column("activation")).containsExactly("b", "a", "c");
        assertThat(table.column("median_error_mse")).containsExactly(1800.0, 2000.0, 20000.0);
        assertThat(table.column("told_from_first")).containsExactly(null, "no", "yes");
        assertThat((Double) table.column("ratio_to_first").get(2)).isBetween(10 / 1.5, 10 / 0.9);
        assertThat(answer.sentences())
                .containsExactly(
                        "linear-decay: the best of 4 settings is activation = b: median error_mse 1800 (3 to 3e6, 95 % bootstrap),"
                                + " 7 of 7 trials measured. It is the best in " + percentOfB(table)
                                + " % of the resamples of its replicates. 2 of 7 succeed (error_mse < 100; a rate of 0.0822 to 0.641,"
                                + " 95 % Wilson).",
                        "  1 of the others cannot be told from it: activation = a.",
                        "  1 setting has no median, since half of the trials or more did not complete.");
    }

    private static long percentOfB(Table table) {
        return Math.round(100 * (Double) table.column("best_share").get(0));
    }

    /**
     * The median of seven drawn seeds is that of an odd replicate, at which b is the better one, or of an even one, at which a
     * is. c never is the best.
     */
    @Test
    void sharesTheFirstPlaceAsResamplesOfTheSeedsDo() {
        Table table = best(FOUR).table();
        double odd = 0;
        for (int replicate = 1; replicate < 7; replicate += 2) {
            odd += atLeastFourOfSeven((replicate + 1) / 7.0) - atLeastFourOfSeven(replicate / 7.0);
        }

        // 2000 resamples tell a share to 1.1 %.
        assertThat((Double) table.column("best_share").get(0)).isCloseTo(odd, within(0.035));
        assertThat((Double) table.column("best_share").get(1)).isCloseTo(1 - odd, within(0.035));
        assertThat(table.column("best_share").get(2)).isEqualTo(0.0);
    }

    private static double atLeastFourOfSeven(double p) {
        double[] ways = {35, 21, 7, 1};
        double sum = 0;
        for (int k = 4; k <= 7; k++) {
            sum += ways[k - 4] * Math.pow(p, k) * Math.pow(1 - p, 7 - k);
        }
        return sum;
    }

    @Test
    void fewReplicatesTellNothingApart() {
        assertThat(best(FOUR + " where replicate between 2 and 4").sentences())
                .contains("  3 replicates cannot tell settings apart: that takes 5 or more.");
    }

    /** b is the better one where at least three of five drawn seeds are among the three that came through: 0.68256. */
    @Test
    void aSeedThatFailedCountsAsInfiniteWhereSeedsAreDrawn() {
        Table table = best("""
                select activation, replicate, case when activation = 'a' then 2 when replicate < 2 then 'nan'::double else 1 end
                    as error_mse
                from (values ('a'), ('b')) as s(activation), range(5) as r(replicate)
                """).table();

        assertThat(table.column("activation")).containsExactly("b", "a");
        // 2000 resamples tell a share to 1 %.
        assertThat((Double) table.column("best_share").get(0)).isCloseTo(0.68256, within(0.035));
    }

    @Test
    void settingsThatAreEqualShareTheFirstPlace() {
        assertThat(best(FOUR.replace("if(replicate % 2 = 0, 1.5, 0.9)", "1"))
                        .table()
                        .column("best_share"))
                .usingElementComparator((one, other) -> Math.abs((Double) one - (Double) other) < 1e-9 ? 0 : 1)
                .containsExactly(0.5, 0.5, 0.0);
    }

    @Test
    void saysOfWhichSettingTooFewReplicatesAreMeasured() {
        String scarce = FOUR.replace("replicate < 4", "replicate < 3");

        assertThat(best(scarce).table().column("told_from_first"))
                .containsExactly(null, "too few replicates", "too few replicates", "too few replicates");
    }

    /** Successes are the seeds whose error is below 100: two of seven under a and b, one under c. */
    @Test
    void countsSuccessesOfEachSettingAmongAllItsTrials() {
        Table table = best(FOUR).table();

        assertThat(table.column("success_rate")).containsExactly(2 / 7.0, 2 / 7.0, 1 / 7.0);
        assertThat((Double) table.column("success_lower").get(0)).isCloseTo(0.0822, within(1e-4));
        assertThat((Double) table.column("success_upper").get(0)).isCloseTo(0.6411, within(1e-4));
    }

    @Test
    void refusesWhatHasNoMedian() {
        assertThatThrownBy(() -> best(FOUR + " where activation = 'd' and replicate < 4"))
                .isInstanceOf(AnalysisException.class)
                .hasMessageContaining("but got no such setting");
    }

    private Answer best(String rows) {
        try (Results results = AnswerFolder.of(folder, rows)) {
            return BestSettings.of(results, new Question("error_mse", List.of("problem"), ""), "error_mse < 100", 10);
        }
    }
}
