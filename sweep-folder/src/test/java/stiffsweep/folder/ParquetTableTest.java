package stiffsweep.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.result.Machine;
import stiffsweep.result.Outcome;
import stiffsweep.result.Provenance;
import stiffsweep.result.Software;
import stiffsweep.result.TrialResult;
import stiffsweep.store.Column.Role;
import stiffsweep.store.ColumnRoles;
import stiffsweep.store.Row;
import stiffsweep.store.TrialRows;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

class ParquetTableTest {

    private final Sweep sweep = DecaySweep.of(1, 1, 2);
    private final TrialRows rows = new TrialRows(sweep);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("endings")
    void givesBackARowForEveryWayInWhichATrialCanEnd(Outcome ending) throws IOException {
        Row row = rows.row(result(ending, 1e-300));
        assertThat(writtenAndRead(row)).isEqualTo(row);
    }

    @Test
    void knowsEveryWayInWhichATrialCanEnd() {
        assertThat(endings().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Outcome.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE})
    void givesBackEveryNumberAndKeepsItApartFromNull(double number) throws IOException {
        Row read = writtenAndRead(rows.row(result(new Outcome.Completed(Outcome.StoppedBy.EPOCHS), number)));
        assertThat(read.value("error_mse")).isEqualTo(number);
        assertThat(read.value("error_max")).isNull();
    }

    @Test
    void aFileSaysWhatItsColumnsAre() throws IOException {
        Path file = write(rows.row(result(new Outcome.Completed(Outcome.StoppedBy.EPOCHS), 1)));
        assertThat(ColumnRoles.read(ParquetTable.read(file).roles()))
                .hasSize(rows.columns().size())
                .containsEntry("trial_id", Role.IDENTITY)
                .containsEntry("stiffness", Role.SETTING)
                .containsEntry("checkpoint_every", Role.EXECUTION)
                .containsEntry("outcome", Role.RESULT)
                .containsEntry("host", Role.PROVENANCE);
    }

    @Test
    void readsOnlyTheColumnsThatAreAskedFor() throws IOException {
        Path file = write(rows.row(result(new Outcome.Completed(Outcome.StoppedBy.EPOCHS), 1)));
        ParquetTable table = ParquetTable.read(file, List.of("trial_id"), Set.of("outcome", "no_such_column"));
        assertThat(ParquetCodec.row(table.rows().get(0)).values()).containsOnlyKeys("trial_id", "outcome");
    }

    @Test
    void saysThatATornFileIsDamaged() throws IOException {
        Path file = write(rows.row(result(new Outcome.Completed(Outcome.StoppedBy.EPOCHS), 1)));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> ParquetTable.read(file))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("must be a complete Parquet file")
                .hasMessageContaining(file.toString());
    }

    private static Stream<Outcome> endings() {
        return Stream.of(
                new Outcome.Completed(Outcome.StoppedBy.EPOCHS),
                new Outcome.Diverged("the loss was infinite"),
                new Outcome.Failed("out of memory"),
                new Outcome.TimedOut("60 s were over"),
                new Outcome.Stopped("a rule: \u03bb \u2265 1", 1000));
    }

    private TrialResult result(Outcome ending, double error) {
        Trial trial = sweep.trials().get(0);
        TreeMap<String, Double> measurements = new TreeMap<>();
        measurements.put("error_mse", error);
        measurements.put("hessian_converged", 1.0);
        measurements.put("hessian_iterations", 37.0);
        Instant startedAt = Instant.parse("2026-11-21T10:15:30.123456Z");
        return new TrialResult(
                trial,
                ending,
                5,
                measurements,
                List.of(),
                List.of(),
                List.of(),
                new Provenance(
                        new Software("abc1234", "engine", "spark", "java"),
                        new Machine("node", "cpu", 1, "engine"),
                        startedAt,
                        startedAt.plusMillis(1),
                        1,
                        8,
                        2.5,
                        0));
    }

    private Row writtenAndRead(Row row) throws IOException {
        return ParquetCodec.row(ParquetTable.read(write(row)).rows().get(0));
    }

    private Path write(Row row) throws IOException {
        Path file = folder.resolve("table.parquet");
        ParquetCodec.table("trials", rows.columns(), List.of(row)).write(file);
        return file;
    }
}
