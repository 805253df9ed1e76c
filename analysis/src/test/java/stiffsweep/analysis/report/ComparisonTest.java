package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;
import stiffsweep.sweep.ReportPolicy;

class ComparisonTest {

    @TempDir
    Path folder;

    @Test
    void choosesTheAbscissaOfEachProblemByItself() {
        List<ReportedTrial> trials = trials("""
                ('early', 1.0, 5.0, null, 'a'), ('early', 2.0, 5.0, null, 'a'),
                ('late', 1.0, 5.0, 0.0, 'a'), ('late', 1.0, 5.0, 0.5, 'a')
                """);

        assertThat(trials)
                .extracting(ReportedTrial::problem, ReportedTrial::x)
                .satisfies(rows -> assertThat(rows)
                        .hasToString("[(\"early\", 1.0), (\"early\", 2.0), (\"late\", 0.0), (\"late\", 0.5)]"));
        assertThat(TrialGroup.abscissae(trials)).containsExactly("first", "late_weight");
        assertThat(trials).extracting(ReportedTrial::group).containsOnly("plain");
    }

    @Test
    void givesEachAbscissaAColumnOfItsOwn() {
        assertThat(RunTable.of(trials("""
                                ('early', 1.0, 5.0, null, 'a'), ('early', 2.0, 5.0, null, 'a'),
                                ('late', 1.0, 5.0, 0.0, 'a'), ('late', 1.0, 5.0, 0.5, 'a')
                                """)).asText()).isEqualTo("""
                        problem  first  late_weight  trials  error_mse  epochs
                        -------  -----  -----------  ------  ---------  ------
                        early        1            -  1             0.1      10
                        early        2            -  1             0.1      10
                        late         -            0  1             0.1      10
                        late         -          0.5  1             0.1      10
                        """);
    }

    @Test
    void takesNumbersThatAreZippedToAWordForPartsOfAMethod() {
        List<ReportedTrial> trials = trials("('p', 1.0, 50.0, null, 'linear'), ('p', 2.0, 100.0, null, 'sigmoid')");

        assertThat(TrialGroup.abscissae(trials)).isEmpty();
        assertThat(trials)
                .extracting(ReportedTrial::group)
                .containsExactly("plain, first = 1, linear, second = 50", "plain, first = 2, sigmoid, second = 100");
    }

    @Test
    void takesTheNumberThatVariesBesideZippedOnes() {
        List<ReportedTrial> trials = trials("""
                ('p', 1.0, 50.0, 0.1, 'linear'), ('p', 2.0, 100.0, 0.1, 'sigmoid'),
                ('p', 1.0, 50.0, 0.2, 'linear'), ('p', 2.0, 100.0, 0.2, 'sigmoid')
                """);

        assertThat(TrialGroup.abscissae(trials)).containsExactly("late_weight");
    }

    @Test
    void letsANumberGoWithXThatHasOneValueAtEach() {
        List<ReportedTrial> trials = trials("""
                ('p', 1.0, 5.0, 0.1, 'a'), ('p', 2.0, 5.0, 0.1, 'a'), ('p', 3.0, 7.0, 0.1, 'a'),
                ('p', 1.0, 5.0, 0.1, 'b'), ('p', 2.0, 5.0, 0.1, 'b'), ('p', 3.0, 7.0, 0.1, 'b')
                """);

        assertThat(trials).extracting(ReportedTrial::group).containsOnly("plain, a", "plain, b");
        assertThat(new Findings(trials, List.of(), ReportPolicy.DEFAULT)
                        .xAxis("p")
                        .label())
                .isEqualTo("first, and with it second");
    }

    @Test
    void letsNoNumberGoWithAnXThatIsDrawn() {
        List<ReportedTrial> trials = trials("""
                ('p', 1.0, 5.0, 0.1, 'a'), ('p', 2.0, 6.0, 0.1, 'a'), ('p', 3.0, 7.0, 0.1, 'a'), ('p', 4.0, 7.0, 0.1, 'a')
                """);

        assertThat(trials)
                .allSatisfy(trial -> assertThat(trial.comparison().followers()).isEmpty());
    }

    @Test
    void takesAMissingNumberForAValue() {
        List<ReportedTrial> trials = trials("""
                ('p', 1.0, null, 0.1, 'a'), ('p', 2.0, null, 0.1, 'a'), ('p', 3.0, null, 0.1, 'a'),
                ('p', 1.0, 7.0, 0.1, 'b'), ('p', 2.0, 7.0, 0.1, 'b'), ('p', 3.0, 8.0, 0.1, 'b')
                """);

        assertThat(trials.get(0).comparison().followers()).isEmpty();
    }

    @Test
    void tellsSettingsApartThatAgreeToFiveDigits() {
        List<ReportedTrial> trials = trials("""
                ('p', 1.0, 1e-3, 0.1, 'a'), ('p', 1.0, 0.001000001, 0.1, 'a'), ('p', 1.0, 0.01, 0.1, 'a'),
                ('p', 2.0, 1e-3, 0.1, 'a'), ('p', 2.0, 0.001000001, 0.1, 'a'), ('p', 2.0, 0.01, 0.1, 'a'),
                ('p', 2.000001, 1e-3, 0.1, 'a'), ('p', 1.0, 1e-4, 0.1, 'a'), ('p', 2.0, 1e-4, 0.1, 'a')
                """);

        assertThat(trials.stream().map(ReportedTrial::group).distinct())
                .containsExactly(
                        "plain, second = 1e-4",
                        "plain, second = 0.001",
                        "plain, second = 0.001000001",
                        "plain, second = 0.01");
        assertThat(TrialGroup.settings(trials)).hasSize(9).allMatch(group -> group.size() == 1);
        assertThat(RunTable.of(trials).asText()).contains("2.000001");
    }

    @Test
    void takesHowTheWorkIsDoneForNoMethod() {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select 't' || range as trial_id, 'own' as sweep, 'p' as problem, 'plain' as weighting,
                    range // 2 + 1.0::double as stiffness, 10.0 - 9 * (range % 2) as checkpoint_every, range % 2 as replicate,
                    'COMPLETED' as outcome, null::varchar as failure, 10::bigint as epochs, 0.1::double as error_mse,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                from range(4)
                """);
        try (Results results = Results.open(folder)) {
            assertThat(Comparison.trials(results))
                    .extracting(ReportedTrial::group)
                    .containsOnly("plain");
        }
    }

    /** Trials of the given problem, first, second and late_weight, and output. */
    private List<ReportedTrial> trials(String values) {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select md5(concat_ws('/', *columns(*))) as trial_id, 'own' as sweep, problem, 'plain' as weighting, first,
                    second, late_weight::double as late_weight, output, 0::bigint as replicate, 'COMPLETED' as outcome,
                    null::varchar as failure, 10::bigint as epochs, 0.1::double as error_mse,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                from (values %s) as settings(problem, first, second, late_weight, output)
                """.formatted(values));
        try (Results results = Results.open(folder)) {
            return Comparison.trials(results);
        }
    }
}
