package stiffsweep.analysis.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;
import stiffsweep.analysis.Table;

class CostTest {

    /** Each epoch takes 10 ms; a goes on falling by a decade in 100 epochs, b stops at 1e-3 in two of five, c diverges in three, at epoch 50. */
    private static final String TRIALS = """
            select activation, if(activation = 'c' and replicate < 3, 50, 1000)::bigint as epochs, replicate, 10.0::double as train_seconds,
                case when activation = 'c' and replicate < 3 then 'nan'::double when activation = 'a' then 1e-10
                    when activation = 'b' and replicate < 2 then 1e-3 else 1e-9 end as error_mse
            from (values ('a'), ('b'), ('c')) as s(activation), range(5) as r(replicate)
            """;

    private static final String CURVES = """
            select lpad(trial::varchar, 6, '0') as trial_id, epoch::bigint as epoch,
                pow(10.0, -epoch / 100.0 - (trial %% 5) / 10.0) + if(trial in (%s), 1e-3, 0) as error_mse
            from range(1, 16) as t(trial), (select range * 10 as epoch from range(101))
            """;

    @TempDir
    private Path folder;

    @Test
    void keepsTrainingsThatEndedBeforeTheyReachedIt() {
        Answer answer = cost();

        Table table = answer.table();
        assertThat(table.column("activation")).containsExactly("a", "b", "c");
        assertThat(table.column("reached")).containsExactly(5L, 3L, 2L);
        assertThat(table.column("diverged")).containsExactly(0L, 0L, 3L);
        assertThat(table.column("median_epochs")).containsExactly(580.0, 600.0, Double.POSITIVE_INFINITY);
        assertThat(table.column("median_seconds")).containsExactly(5.8, 6.0, Double.POSITIVE_INFINITY);
        assertThat(answer.sentences().get(0))
                .startsWith(
                        "linear-decay: activation = a reaches error_mse <= 1e-6 first: in 580 epochs (560 to 600, 95 % bootstrap)"
                                + " and 5.8 s, medians of 5 trials, of which 5 reached it. 2 of 3 settings have such a median.");
    }

    @Test
    void namesTheSettingsThatNoOtherBeatsInBoth() {
        assertThat(cost().table().column("front")).containsExactly("yes", "", "");
        assertThat(cost().sentences().get(1))
                .isEqualTo(
                        "  No other setting is both cheaper and better than: activation = a (10 s, error_mse 1e-10).");
    }

    /** Over the tasks of single widths a is the fastest in two of three, and within 5 % of b in the third; c fails in one. */
    @Test
    void profilesMethodsOverTasks() {
        SyntheticFolder.write(folder, "curves", "all.parquet", """
                select lpad(trial::varchar, 6, '0') as trial_id, unnest([0, 1000])::bigint as epoch, unnest([1.0, 1e-9]) as error_mse
                from range(1, 10) as t(trial) where trial <> 9
                """);
        String rows = """
                select activation, width, 1000::bigint as epochs, 0 as replicate, seconds::double as train_seconds, 1e-9 as error_mse
                from (values ('a', 8, 10), ('a', 16, 10), ('a', 32, 21), ('b', 8, 30), ('b', 16, 11), ('b', 32, 20),
                    ('c', 8, 40), ('c', 16, 40), ('c', 32, 40), ('a', 64, 1)) as s(activation, width, seconds)
                """;
        try (Results results = AnswerFolder.of(folder, rows, "error_mse, epochs, train_seconds")) {
            Answer answer = PerformanceProfile.of(
                    results, List.of("activation"), new Question("error_mse", List.of(), ""), 1e-6);

            assertThat(answer.sentences())
                    .containsExactly(
                            "activation = a is the fastest to error_mse <= 1e-6 in 67 % of 3 tasks, and reaches it at all in 100 %.",
                            "activation = b is the fastest to error_mse <= 1e-6 in 33 % of 3 tasks, and reaches it at all in 100 %.",
                            "activation = c is the fastest to error_mse <= 1e-6 in 0 % of 3 tasks, and reaches it at all in 67 %.",
                            "1 task that not every method was run at: left out.");
            assertThat(answer.table().column("share").subList(6, 9)).containsExactly(1 / 3.0, 2 / 3.0, 2 / 3.0);
        }
    }

    @Test
    void refusesAMetricThatCurvesDoNotHave() {
        try (Results results = written()) {
            assertThatThrownBy(() -> Cost.of(results, new Question("train_seconds", List.of("problem"), ""), 1))
                    .isInstanceOf(AnalysisException.class)
                    .hasMessageContaining("a column of curves, but got train_seconds");
        }
    }

    private Answer cost() {
        try (Results results = written()) {
            return Cost.of(results, new Question("error_mse", List.of("problem"), ""), 1e-6);
        }
    }

    /** Trials are numbered in the order of their replicates: those of b with replicates 0 and 1 stop. */
    private Results written() {
        String ordered = TRIALS + " order by activation, replicate";
        SyntheticFolder.write(folder, "curves", "all.parquet", CURVES.formatted("6, 7, 11, 12, 13"));
        return AnswerFolder.of(folder, ordered, "error_mse, epochs, train_seconds");
    }
}
