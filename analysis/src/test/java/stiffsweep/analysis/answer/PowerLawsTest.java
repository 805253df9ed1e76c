package stiffsweep.analysis.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.Fit;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;
import stiffsweep.analysis.Table;

class PowerLawsTest {

    private static final Fit EIGENVALUE =
            Fit.of("stiffness", "hessian_lambda_max").by(List.of("weighting")).where("weight_initial_rule = 'fixed'");

    @TempDir
    static Path folder;

    private static Results results;

    @BeforeAll
    static void open() {
        SyntheticFolder.writeSweep(folder, "all", "problem = 'linear-decay'");
        results = Results.open(folder);
    }

    @AfterAll
    static void close() {
        results.close();
    }

    @Test
    void checksEachFitByOtherMethods() {
        Answer checked = PowerLaws.checked(EIGENVALUE, EIGENVALUE.fitted(results));

        assertThat((Double) checked.table().column("least_squares").get(0)).isCloseTo(0.6, within(1e-12));
        assertThat((Double) checked.table().column("bca_lower").get(0)).isCloseTo(0.6, within(1e-5));
        assertThat(checked.table().column("exponent")).hasSize(2);
        assertThat(checked.sentences().get(0))
                .startsWith(
                        "weighting = jacobian: least squares give 0.6, and the exponent lies in 0.6 to 0.6, 95 % BCa.");
    }

    @Test
    void namesTheExponentOnEachSideOfABreakPoint() {
        Fit bent = Fit.of("stiffness", "error_mse");
        Path two = folder.resolve("two");
        try (Results some = AnswerFolder.of(two, """
                select stiffness, replicate, stiffness * if(stiffness > 100, stiffness / 100, 1) * (1 + 0.01 * ((replicate * 7 + stiffness) % 3))
                    as error_mse
                from (select pow(10.0, range / 2) as stiffness from range(9)), range(5) as r(replicate)
                """)) {
            Answer checked = PowerLaws.checked(bent, bent.fitted(some));

            assertThat((Double) checked.table().column("exponent_below").get(0)).isCloseTo(1, within(0.05));
            assertThat((Double) checked.table().column("exponent_above").get(0)).isCloseTo(2, within(0.05));
            assertThat(checked.sentences().get(0)).contains("Two laws describe the points better than one (p = 5e-4)");
        }
    }

    @Test
    void saysWhichExponentsAreUnexpected() {
        Table fits = EIGENVALUE.table(results);

        assertThat(PowerLaws.unexpected(fits, 0.6))
                .singleElement()
                .asString()
                .startsWith("weighting = plain: an exponent of 0.6");
        assertThat(PowerLaws.unexpected(
                        EIGENVALUE
                                .where("replicate = 0 and weighting = 'jacobian'")
                                .table(results),
                        0.6))
                .singleElement()
                .asString()
                .contains("got none with an interval: one replicate");
    }

    @Test
    void fitsARangeOfX() {
        Table fits = EIGENVALUE.range(1, 100).table(results);

        assertThat(fits.column("points")).containsExactly(20L, 20L);
        assertThat((Double) fits.column("exponent").get(1)).isCloseTo(1.75, within(1e-5));
    }

    @Test
    void givesLocalExponentsWithIntervals() {
        Table local = PowerLaws.local(EIGENVALUE, results);

        assertThat(local.columns())
                .containsExactly("weighting", "from", "to", "exponent", "lower", "upper", "interval");
        assertThat(local.rows()).hasSize(14);
        assertThat((Double) local.column("exponent").get(7)).isCloseTo(1.75, within(1e-9));
    }
}
