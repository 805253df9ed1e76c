package stiffsweep.analysis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;
import stiffsweep.analysis.Table;

class BestTrialsTest {

    @TempDir
    Path folder;

    @Test
    void takesTheBestSettingByItsMedianAndNotTheLuckiestSeed() {
        Table best = best("""
                ('lucky', 1e-3, 1.6e-5), ('b', 1e-3, 0.02), ('c', 1e-3, 0.025),
                ('steady 1', 1e-2, 1e-3), ('steady 2', 1e-2, 3e-3), ('steady 3', 1e-2, 2e-3)
                """, List.of());

        assertThat(best.columns()).containsExactly("median_error_mse", "measured", "trials", "error_mse", "trial_id");
        assertThat(best.rows()).containsExactly(List.of(2e-3, 3L, 3L, 2e-3, "steady 3"));
    }

    @Test
    void takesTheWorseOfTwoTrialsInTheMiddle() {
        assertThat(best("('better', 1e-3, 1.0), ('worse', 1e-3, 3.0)", List.of())
                        .rows())
                .containsExactly(List.of(2.0, 2L, 2L, 3.0, "worse"));
    }

    @Test
    void passesOverASettingOfWhichHalfDidNotComplete() {
        Table best = best("""
                ('a', 1e-3, 1e-9), ('b', 1e-3, 'nan'), ('c', 1e-2, 0.5), ('d', 1e-2, 0.5), ('e', 1e-2, 'nan')
                """, List.of());

        assertThat(best.rows()).containsExactly(List.of(0.5, 2L, 3L, 0.5, "d"));
    }

    @Test
    void findsTheBestOfEachGroup() {
        Table best = best("('a', 1e-3, 1.0), ('b', 1e-2, 2.0)", List.of("learning_rate"));

        assertThat(best.column("learning_rate")).containsExactly(1e-3, 1e-2);
        assertThat(best.column("trial_id")).containsExactly("a", "b");
    }

    /** The best of trials with the given id, learning rate and error; one whose error is not a number diverged. */
    private Table best(String trials, List<String> by) {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select trial_id, 's' as sweep, 'linear-decay' as problem, 'plain' as weighting,
                    learning_rate::double as learning_rate, 0::bigint as replicate,
                    if(isnan(error_mse::double), 'DIVERGED', 'COMPLETED') as outcome, error_mse::double as error_mse,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                from (values %s) as t(trial_id, learning_rate, error_mse)
                """.formatted(trials));
        try (Results results = Results.open(folder)) {
            return BestTrials.of(results, "error_mse", by);
        }
    }
}
