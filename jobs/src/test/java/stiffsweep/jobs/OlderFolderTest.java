package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that code wrote which knew fewer columns opens, is continued, and keeps its rows. */
class OlderFolderTest {

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void copyTheFolder() throws IOException, URISyntaxException {
        folder = OlderFolder.copyTo(temporary.resolve("older"));
    }

    @Test
    void everyVerbOverAFolderReadsIt() {
        assertThat(succeeded("status", folder.toString())).contains("2");
        assertThat(succeeded("sql", folder.toString(), "select count(*) as n from trials", "--format", "csv"))
                .isEqualToIgnoringNewLines("n2");
        succeeded("report", folder.toString());
        assertThat(folder.resolve("report/report.html")).isRegularFile();
    }

    @Test
    void aLongerSweepContinuesItWithColumnsThatAreNullInTheOldRows() {
        String longer = "sweep.grid.problem.stiffness=[1, 10, 100]";
        String sweep = folder.resolve("sweep.conf").toString();

        succeeded("run", sweep, "--out", folder.toString(), "--master", "local[1]", "--set", longer);

        String query = "select stiffness, engine_version is null as old, attempt from trials order by all";
        assertThat(succeeded("sql", folder.toString(), query, "--format", "csv").lines())
                .containsExactly("stiffness,old,attempt", "1.0,true,", "10.0,true,", "100.0,false,1");
    }

    private static String succeeded(String... arguments) {
        Ended ended = Ended.after(arguments);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.out();
    }
}
