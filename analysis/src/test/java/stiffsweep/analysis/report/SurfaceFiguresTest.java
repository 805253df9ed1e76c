package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.SyntheticFolder;

/** Reports of problems with several inputs: waves u = sin(2 pi (x - t)), learnt with an error of 1e-3 t (x + 1). */
class SurfaceFiguresTest {

    private static final String GRID =
            "(select i / 20.0 as t from range(21) as a(i))," + " (select (i - 5) / 5.0 as x from range(11) as b(i))";

    @TempDir
    Path folder;

    private final List<String> remarks = new ArrayList<>();

    /** Three replicates of each of some methods; the second of three has the median error. */
    private void writeTrials(String methods) {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select optimizer || r as trial_id, 'waves' as sweep, 'wave' as problem, optimizer, r::bigint as replicate,
                    'COMPLETED' as outcome, null::varchar as failure, 10::bigint as epochs, 1e-6 * r as error_mse,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                from (select unnest(%s) as optimizer), range(1, 4) as s(r)
                """.formatted(methods));
    }

    private void writeSolutions(String inputs, String points) {
        SyntheticFolder.write(folder, "solutions", "all.parquet", """
                select trial_id, 'u' as field, %1$s, sin(2 * pi() * (x - t))::double as truth,
                    truth + 1e-3 * t * (x + 1) * replicate as value
                from '%2$s/trials/all.parquet', %3$s
                """.formatted(inputs, folder, points));
    }

    private void writeWaves() {
        writeSolutions("x, t, null::double as v", GRID);
    }

    @Test
    void mapValueTruthAndErrorOfTheMedianTrialAtEachStoredPoint() throws IOException {
        writeTrials("['adam']");
        writeWaves();

        String page = write();

        List<double[]> points = csv("wave-map-u", "t,x,value,truth,error");
        assertThat(points).hasSize(21 * 11);
        for (double[] point : points) {
            double truth = Math.sin(2 * Math.PI * (point[1] - point[0]));
            assertThat(point[3]).isCloseTo(truth, within(1e-12));
            assertThat(point[4]).isCloseTo(2e-3 * point[0] * (point[1] + 1), within(1e-12));
        }
        assertThat(page)
                .contains("on the 21 x 11 stored points over t and x. It is the trial with the median error")
                .contains("trial adam2, error 2e-6", "data:image/png;base64,");
        assertThat(remarks).isEmpty();
    }

    @Test
    void drawProfilesInEqualDistancesUpToTheLastStoredTime() throws IOException {
        writeTrials("['adam']");
        writeWaves();

        write();

        List<String> lines = Files.readAllLines(folder.resolve("report/wave-profiles-u.csv"));
        assertThat(lines.get(0)).isEqualTo("series,x,value,lower,upper,trials");
        assertThat(lines.stream().skip(1).map(line -> line.split(",", -1)[0]).distinct())
                .containsExactly(
                        "t = 0.25",
                        "t = 0.5",
                        "t = 0.75",
                        "t = 1",
                        "truth at t = 0.25",
                        "truth at t = 0.5",
                        "truth at t = 0.75",
                        "truth at t = 1");
        double[] end = lines.stream()
                .filter(line -> line.startsWith("t = 0.25,1.0,"))
                .flatMapToDouble(line ->
                        Arrays.stream(line.split(",", -1)).skip(2).limit(1).mapToDouble(Double::valueOf))
                .toArray();
        assertThat(end[0]).isCloseTo(-1 + 1e-3, within(1e-12));
    }

    /** A failure of one method stands beside the success of another. */
    @Test
    void areOfEachMethod() throws IOException {
        writeTrials("['adam', 'lm']");
        writeWaves();

        assertThat(write()).contains("aria-label=\"wave: u, lm\"");
        assertThat(names())
                .contains("wave-map-u-1.png", "wave-map-u-2.svg", "wave-profiles-u-1.csv", "wave-profiles-u-2.csv")
                .noneMatch(name -> name.contains("solution"));
    }

    @Test
    void areThoseOfTheLastTimeWhereThereAreThreeInputs() throws IOException {
        writeTrials("['adam']");
        writeSolutions("x, t, v", GRID + ", (select unnest([-0.9, -0.4, 0.0, 0.3, 0.8]) as v)");

        assertThat(write()).contains("over x and v, at t = 1, the last that is stored");
        assertThat(csv("wave-map-u", "x,v,value,truth,error")).hasSize(11 * 5);
    }

    @Test
    void takeInputsOfAnyNameAsTheFilesNameThem() throws IOException {
        writeTrials("['adam']");
        SyntheticFolder.writeWithRoles(
                folder,
                "solutions",
                "all.parquet",
                """
                select trial_id, 'u' as field, x, null::double as t, null::double as v, y, x * y as truth, x * y as value,
                    7.0 as measured_later
                from '%s/trials/all.parquet', (select i::double as x from range(4) as a(i)),
                    (select i::double as y from range(3) as b(i))
                """.formatted(folder),
                "IDENTITY=trial_id,field,x,t,v,y;RESULT=truth,value,measured_later");

        assertThat(write()).doesNotContain("measured_later");

        assertThat(csv("wave-map-u", "x,y,value,truth,error")).hasSize(12).allMatch(row -> row[2] == row[0] * row[1]);
    }

    @Test
    void haveOneMapWhereNoTruthIsKnown() throws IOException {
        writeTrials("['adam']");
        SyntheticFolder.write(folder, "solutions", "all.parquet", """
                select trial_id, 'u' as field, x, t, null::double as v, null::double as truth, x as value
                from '%s/trials/all.parquet', %s
                """.formatted(folder, GRID));

        write();

        csv("wave-map-u", "t,x,value");
        assertThat(folder.resolve("report/wave-profiles-u.csv")).content().doesNotContain("truth");
    }

    @Test
    void sayWhyThereAreNoneWherePointsAreScattered() throws IOException {
        writeTrials("['adam']");
        writeSolutions(
                "x, t, null::double as v",
                "(select (i * 0.618) % 1 as t, (i * 0.414) % 1 as x from range(50) as a(i))");

        assertThat(write()).contains("wave: u is not drawn: the points that are stored are no grid.");
        assertThat(names()).noneMatch(name -> name.contains("map"));
    }

    /** Code before a problem's time had a column of its own wrote it as x. */
    @Test
    void aSingleInputIsFoundInWhicheverColumnItIs() throws IOException {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select unnest(['old', 'new']) as trial_id, 'decay' as sweep, 'robertson' as problem,
                    unnest(['adam', 'lm']) as optimizer, 0::bigint as replicate, 'COMPLETED' as outcome,
                    null::varchar as failure, 10::bigint as epochs, 1e-6 as error_mse,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                """);
        SyntheticFolder.write(folder, "solutions", "all.parquet", """
                select trial_id, 'y' as field, if(trial_id = 'old', p, null) as x, if(trial_id = 'new', p, null) as t,
                    null::double as v, exp(-p) as truth, exp(-p) + 1e-3 as value
                from '%s/trials/all.parquet', (select i / 4.0 as p from range(5) as a(i))
                """.formatted(folder));

        write();

        assertThat(folder.resolve("report/robertson-solution-y.csv"))
                .content()
                .startsWith("series,x,value,lower,upper,trials\n")
                .contains("adam,0.25,", "lm,0.25,", "truth,0.25,");
        assertThat(folder.resolve("report/robertson-error-profile.csv"))
                .content()
                .contains("lm,0.25,");
        assertThat(names()).noneMatch(name -> name.contains("map"));
    }

    private String write() throws IOException {
        return Files.readString(Report.write(folder, folder.resolve("report"), "results/waves", remarks::add));
    }

    private List<double[]> csv(String figure, String header) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("report/" + figure + ".csv"));
        assertThat(lines.get(0)).isEqualTo(header);
        return lines.stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("report"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
