package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.sweep.ReportPolicy;

class ReportReaderTest {

    private static final String BLOCK =
            "report { figures = [error, effects], x = width, facet = [weighting], success = \"error_max < 0.1\" }";

    @TempDir
    Path root;

    @Test
    void isKeptWithTheSweepAndNoPartOfItsQuestion() throws IOException {
        SweepFolder folder = new SweepFolder(root);
        ReportPolicy written = new ReportPolicy(
                List.of(ReportPolicy.FigureKind.ERROR, ReportPolicy.FigureKind.EFFECTS),
                "width",
                List.of("weighting"),
                "error_max < 0.1");

        SweepFile file = folder.read("name = a, " + BLOCK);

        Path frozen = Files.writeString(root.resolve("frozen.conf"), file.frozen());
        assertThat(SweepReader.report(frozen)).isEqualTo(written);
        assertThat(SweepFolder.ids(file.sweep())).isEqualTo(SweepFolder.ids(folder.sweep("name = a")));
    }

    @Test
    void isTheDefaultWhereNobodyWritesIt() throws IOException {
        Path bare = Files.writeString(root.resolve("bare.conf"), "name = a, problem.stiffness = ${nowhere}");

        assertThat(SweepReader.report(bare)).isEqualTo(ReportPolicy.DEFAULT);
        assertThat(SweepReader.report(root.resolve("none.conf"))).isEqualTo(ReportPolicy.DEFAULT);
    }

    @Test
    void refusesWhatNoReportShows() throws IOException {
        String block = "report { figures = [eror], facet = [a, b, c], sucess = \"x\", success = \" \" }";
        String figures =
                "sweep.conf:1: report.figures: must be a list of some of error, result, hessian, effects, outcomes,"
                        + " seeds, cost, solution, map, training, weight, but got [\"eror\"]";
        String[] faults = {
            "sweep.conf:1: report.facet: must be a list of the columns of two settings at most, but got [\"a\",\"b\",\"c\"]",
            figures,
            "sweep.conf:1: report.sucess: must be a known key, but got an unknown one; did you mean report.success?",
            "sweep.conf:1: report.success: must be a condition in SQL, but got \" \""
        };

        assertThat(new SweepFolder(root).faults("name = a, " + block)).containsExactlyInAnyOrder(faults);
        Path file = Files.writeString(root.resolve("sweep.conf"), block);
        assertThatThrownBy(() -> SweepReader.report(file)).hasMessageContaining("report.figures: must be a list of");
    }
}
