package stiffsweep.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.store.Column;
import stiffsweep.store.OtherVersionException;
import stiffsweep.store.SolutionColumns;

class ResultsTest {

    @TempDir
    Path folder;

    @Test
    void readsEveryFileAlsoWhereColumnsDiffer() {
        trial("a.parquet", "'aa' as trial_id, 1.5::double as stiffness", "10:00");
        trial("b.parquet", "'bb' as trial_id, 2.5::double as half_life", "10:00");

        assertThat(rows("select trial_id, stiffness, half_life from trials order by all")
                        .toString())
                .isEqualTo("[[aa, 1.5, null], [bb, null, 2.5]]");
    }

    @Test
    void aTableWithoutFilesIsAViewWithoutRowsThatHasEveryColumn() {
        trial("a.parquet", "'aa' as trial_id", "10:00");

        try (Results results = Results.open(folder)) {
            assertThat(results.columns("solutions").keySet())
                    .containsExactlyElementsOf(SolutionColumns.ofAnyProblem().stream()
                            .map(Column::name)
                            .toList());
            assertThat(results.columns("curves"))
                    .containsEntry("trial_id", "VARCHAR")
                    .containsEntry("epoch", "BIGINT")
                    .containsEntry("error_relative_squared", "DOUBLE");
            assertThat(results.query("select * from curves, solutions").rows()).isEmpty();
        }
    }

    @Test
    void takesTheLatestRowOfATrialAndOfEqualOnesTheLastFile() {
        trial("a.parquet", "'aa' as trial_id, 'later' as made", "11:00");
        trial("b.parquet", "'aa' as trial_id, 'earlier' as made", "10:00");
        trial("c.parquet", "'bb' as trial_id, 'first file' as made", "10:00");
        trial("d.parquet", "'bb' as trial_id, 'second file' as made", "10:00");

        assertThat(rows("select trial_id, made from trials order by all").toString())
                .isEqualTo("[[aa, later], [bb, second file]]");
    }

    @Test
    void takesTheCurveOfATrialFromOneFileAndOnlyWhenItIsFinished() {
        trial("a.parquet", "'aa' as trial_id", "10:00");
        trial("merged.parquet", "'bb' as trial_id", "10:00");
        curve("a.parquet", "aa", 1.0);
        curve("b.parquet", "bb", 2.0);
        curve("leftover.parquet", "cc", 3.0);
        curve("merged.parquet", "bb", 2.0);
        curve("z-first-try.parquet", "aa", 9.0);

        assertThat(rows("select trial_id, epoch, loss_total from curves order by all")
                        .toString())
                .isEqualTo("[[aa, 0, 1.0], [aa, 1, 1.0], [bb, 0, 2.0], [bb, 1, 2.0]]");
    }

    @Test
    void refusesAFolderOfAnotherSchemaVersionAndSaysWhatToDo() {
        trial("a.parquet", "'aa' as trial_id, 1::bigint as schema_version", "10:00");
        trial("b.parquet", "'bb' as trial_id, 2::bigint as schema_version", "10:00");

        assertThatThrownBy(() -> Results.open(folder))
                .isInstanceOf(OtherVersionException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("must have the schema version 1 of this code, but got 2")
                .hasMessageContaining("code_version");
    }

    @Test
    void hasEmptyViewsWhereNothingWasWritten() {
        trial("a.parquet", "'aa' as trial_id", "10:00");

        assertThat(rows("select epoch, loss_total from curves")).isEmpty();
        assertThat(rows("select field, x, value, truth from solutions")).isEmpty();
    }

    @Test
    void readsAFolderWhoseNameIsAPattern() {
        folder = folder.resolve("what's [1] *");
        trial("a.parquet", "'aa' as trial_id", "10:00");

        assertThat(rows("select trial_id from trials")).hasSize(1);
    }

    /**
     * During each look at the folder, files are merged into one and the small ones deleted, four times over: no look
     * may fail or miss a row.
     */
    @Test
    void staysWholeWhileFilesAreMerged() throws Exception {
        int looks = 200;
        Path small = trial("a.parquet", "'aa' as trial_id", "10:00");
        Path kept = Files.copy(small, folder.resolve("kept"));
        Path merged = folder.resolve("trials/merged.parquet");
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService merging = Executors.newSingleThreadExecutor();
        try (Results results = Results.open(folder)) {
            Future<?> merges = merging.submit(() -> {
                for (int look = 0; look < looks; look++) {
                    start.await();
                    for (int i = 0; i < 4; i++) {
                        moveOver(kept, merged, small);
                        moveOver(kept, small, merged);
                    }
                }
                return null;
            });
            for (int look = 0; look < looks; look++) {
                start.await();
                assertThat(results.query("select trial_id from trials").rows()).hasSize(1);
            }
            merges.get();
        } finally {
            merging.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trials", "curves", "solutions"})
    void namesTheFileThatIsDamagedAndSaysWhatPutsItRight(String table) throws IOException {
        Path good = trial("a.parquet", "'aa' as trial_id", "10:00");
        byte[] bytes = Files.readAllBytes(good);
        Path damaged = Files.createDirectories(folder.resolve(table)).resolve("b.parquet");
        for (byte[] content : List.of(
                new byte[0],
                new byte[] {1, 2, 3},
                Arrays.copyOf(bytes, bytes.length / 2),
                "no Parquet".getBytes(UTF_8))) {
            Files.write(damaged, content);

            assertThatThrownBy(() -> Results.open(folder))
                    .isInstanceOf(AnalysisException.class)
                    .hasMessageStartingWith(
                            damaged + ": a result file must be a complete Parquet file of trials, but got: ")
                    .hasMessageEndingWith("`./sweep run` of the same sweep sets it aside and runs its trials again");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trials", "curves", "solutions"})
    void namesTheFileThatIsNoneOfResults(String table) {
        trial("a.parquet", "'aa' as trial_id", "10:00");
        Path foreign = SyntheticFolder.write(folder, table, "b.parquet", "select 1 as a, 'x' as b");

        assertThatThrownBy(() -> Results.open(folder))
                .isInstanceOf(AnalysisException.class)
                .hasMessageStartingWith(foreign + ": ")
                .hasMessageContaining("one without a column trial_id");
    }

    @Test
    void refusesAFolderWithoutFinishedTrials() {
        assertThatThrownBy(() -> Results.open(folder.resolve("nothing")))
                .isInstanceOf(NoResultsException.class)
                .hasMessageContaining("at least one finished trial in trials/*.parquet, but got none");
    }

    @Test
    void answersABadQueryWithOneSentence() {
        trial("a.parquet", "'aa' as trial_id", "10:00");

        assertThatThrownBy(() -> rows("select error from trials"))
                .isInstanceOf(AnalysisException.class)
                .hasMessageContaining("column \"error\" not found")
                .hasMessageNotContaining("\n");
    }

    private Path trial(String file, String columns, String time) {
        return SyntheticFolder.write(
                folder,
                "trials",
                file,
                "select " + columns + ", timestamptz '2026-11-21 " + time + "+00' as started_at");
    }

    private void curve(String file, String id, double loss) {
        SyntheticFolder.write(
                folder,
                "curves",
                file,
                "select '" + id + "' as trial_id, range as epoch, " + loss + "::double as loss_total from range(2)");
    }

    private List<?> rows(String sql) {
        try (Results results = Results.open(folder)) {
            return results.query(sql).rows();
        }
    }

    private static void moveOver(Path source, Path written, Path deleted) throws IOException {
        Path whole = Files.copy(source, source.resolveSibling("moving"));
        Files.move(whole, written);
        Files.delete(deleted);
    }

    @Test
    void writesAFileAndSaysHowManyRowsItHas() {
        SyntheticFolder.writeSweep(folder, "all", "problem = 'linear-decay' and stiffness < 2");
        Path file = folder.resolve("ids.csv");

        try (Results results = Results.open(folder)) {
            Table written = results.query("copy (select trial_id from trials) to '" + file + "'");

            assertThat(written.rows())
                    .isEqualTo(results.query("select count(*) from trials").rows());
        }
        assertThat(file).content().startsWith("trial_id");
    }
}
