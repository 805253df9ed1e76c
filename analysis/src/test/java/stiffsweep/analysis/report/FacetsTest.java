package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;
import stiffsweep.analysis.figure.Panels;
import stiffsweep.analysis.figure.Picture;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.sweep.ReportPolicy;

class FacetsTest {

    @TempDir
    Path folder;

    /**
     * A question of 432 trials. Of log10 of the error the learning rate explains most, then the activation, then the
     * weighting, and the width nothing.
     */
    private void writeQuestion() {
        write("""
                from (values (30.0), (300.0)) as s(stiffness), (values (1e-3), (3e-3), (1e-2)) as l(learning_rate),
                    (values (8), (16), (32)) as w(width), (values ('gelu'), ('sine'), ('swish'), ('tanh')) as a(activation),
                    (values ('plain'), ('jacobian')) as g(weighting), range(3) as r(replicate)
                """, """
                pow(10, -3 * log10(learning_rate) - len(activation) * 1.2 - 0.5 * (weighting = 'plain')::int)
                """, "stiffness, learning_rate, width::bigint as width, activation, weighting");
    }

    private void write(String values, String error, String settings) {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select md5(concat_ws('/', *columns(*))) as trial_id, 'q' as sweep, 'forced-relaxation' as problem, %s,
                    replicate, 'COMPLETED' as outcome, null::varchar as failure, 10::bigint as epochs,
                    %s * 1e-9 * (1 + 0.1 * replicate) as error_mse, timestamptz '2026-11-21 10:00:00+00' as started_at
                %s
                """.formatted(settings, error, values));
    }

    private DrawnMethods drawn(List<String> facet) {
        try (Results results = Results.open(folder)) {
            ReportPolicy policy = new ReportPolicy(List.of(), "", facet, "error_mse < 1e-4");
            return DrawnMethods.of(Findings.of(results, policy), "forced-relaxation", new Colours());
        }
    }

    /** Every method of the problem in one panel and under one label, by panel. */
    private static Map<String, Set<String>> panels(DrawnMethods drawn) {
        Map<String, Set<String>> panels = new TreeMap<>();
        drawn.facets()
                .places()
                .values()
                .forEach(place -> panels.computeIfAbsent(
                                drawn.facets().titles().get(place.panel()), title -> new HashSet<>())
                        .add(place.label()));
        return panels;
    }

    @Test
    void showAllOf72MethodsByTheSettingsThatMatterLeast() {
        writeQuestion();

        DrawnMethods drawn = drawn(List.of());

        assertThat(drawn.sentence()).isEmpty();
        assertThat(drawn.facets().places()).hasSize(72);
        assertThat(panels(drawn))
                .hasSize(12)
                .containsKey("tanh, width = 32")
                .allSatisfy((title, labels) -> assertThat(labels).hasSize(6));
    }

    @Test
    void giveAMethodOneColourInAllPanelsAndNoTwoOfAPanelTheSame() {
        writeQuestion();

        DrawnMethods drawn = drawn(List.of());

        Map<String, Set<Integer>> colours = new HashMap<>();
        drawn.facets()
                .places()
                .forEach((group, place) -> colours.computeIfAbsent(place.label(), key -> new HashSet<>())
                        .add(drawn.colour(group)));
        assertThat(colours.values())
                .allSatisfy(own -> assertThat(own).hasSize(1))
                .doesNotHaveDuplicates();
    }

    @Test
    void followWhatIsAskedFor() {
        writeQuestion();

        DrawnMethods drawn = drawn(List.of("activation", "learning_rate"));

        assertThat(panels(drawn))
                .hasSize(12)
                .containsKey("tanh, learning rate = 0.01")
                .allSatisfy((title, labels) -> assertThat(labels)
                        .containsExactlyInAnyOrder(
                                "plain, width = 8",
                                "plain, width = 16",
                                "plain, width = 32",
                                "jacobian, width = 8",
                                "jacobian, width = 16",
                                "jacobian, width = 32"));
    }

    @Test
    void fixWhatCannotBePlacedAtTheBestMethodsValueAndSaySo() {
        writeQuestion();

        DrawnMethods drawn = drawn(List.of("weighting"));

        assertThat(drawn.sentence())
                .startsWith(" 8 of 72 methods are drawn and in the CSV, those with width = ")
                .endsWith(", as the best one has. The table of settings has them all.");
        assertThat(panels(drawn)).containsOnlyKeys("jacobian", "plain");
    }

    @Test
    void callMethodsOfAPanelByWhatTellsThemApartThere() {
        write(
                """
                from (values ('soft', 'even', 1.0, 1.0, 7.0), ('soft', 'even', 10.0, 1.0, 7.0), ('soft', 'even', 100.0, 1.0, 7.0),
                    ('hard', 'even', 1.0, 1.0, 7.0), ('hard', 'even', 1.0, 1.0, 0.0), ('hard', 'even', 1.0, 50.0, 70.0),
                    ('soft', 'micro', 1.0, 1.0, 1.0), ('soft', 'micro', 1.0, 1.0, 20.0), ('soft', 'micro', 1.0, 1.0, 30.0))
                    as s(conditions, formulation, weight_initial, weight_even, weight_other), range(2) as r(replicate),
                    range(1, 3) as k(stiffness)
                """,
                "weight_initial",
                "conditions, formulation, weight_initial, weight_even, weight_other, stiffness::double as stiffness");

        assertThat(panels(drawn(List.of())).values())
                .contains(Set.of("weight initial = 1", "weight initial = 10", "weight initial = 100"));
    }

    /** Twelve methods whose largest eigenvalue is five times the stiffness squared. */
    @Test
    void holdTheChecksOfAPowerLawInPanelsOfTheirOwn() {
        write("""
                from (values (1.0), (10.0), (100.0), (1000.0)) as s(stiffness), (values (8), (16), (32)) as w(width),
                    (values ('gelu'), ('sine'), ('swish'), ('tanh')) as a(activation), range(2) as r(replicate)
                """, "5 * stiffness::double * stiffness as hessian_lambda_max, width", """
                stiffness::double as stiffness, width::bigint as width, activation, 'plain' as weighting
                """);

        List<Picture> figures = HessianFigure.of(drawn(List.of()), "forced-relaxation").stream()
                .map(CaptionedFigure::figure)
                .toList();

        assertThat(figures)
                .extracting(Picture::name)
                .containsExactly(
                        "forced-relaxation-hessian",
                        "forced-relaxation-hessian-residuals",
                        "forced-relaxation-hessian-exponents");
        assertThat(heights(figures.get(1))).isNotEmpty().allMatch(height -> Math.abs(height) < 1e-6);
        assertThat(heights(figures.get(2))).hasSize(12 * 3).allMatch(height -> Math.abs(height - 2) < 1e-6);
    }

    private static List<Double> heights(Picture picture) {
        return ((Panels) picture)
                .panels().stream()
                        .flatMap(panel -> panel.series().stream())
                        .flatMap(series -> series.points().stream())
                        .map(PlotPoint::y)
                        .toList();
    }

    /** Nine learning rates leave too many methods for a panel of a weighting even where all else is fixed but one setting. */
    @Test
    void stayWhereTheyAreAskedForWhateverIsLeftInThem() {
        write("""
                from (values ('plain', 3.0), ('jacobian', 1.0)) as g(weighting, factor), range(1, 10) as l(rate),
                    (values (1.0), (10.0)) as s(stiffness), range(2) as r(replicate)
                """, "factor * rate", "weighting, rate::double as learning_rate, stiffness::double as stiffness");

        DrawnMethods drawn = drawn(List.of("weighting"));

        assertThat(panels(drawn)).containsOnlyKeys("jacobian", "plain");
        assertThat(drawn.sentence())
                .startsWith(" 2 of 18 methods are drawn and in the CSV, those with learning rate = 1,");
    }

    /** Jacobian is better at each of forty learning rates, and plain is seen all the same. */
    @Test
    void holdTheBestOfEachWordWhereTheBestMethodsAloneAreDrawn() {
        write(
                """
                from (values ('plain', 1000.0), ('jacobian', 1.0)) as g(weighting, factor), range(1, 41) as l(rate), (values (8, 1e9), (16, 1.0)) as w(width, worse),
                    (values (1.0), (10.0)) as s(stiffness), range(2) as r(replicate)
                """,
                "factor * rate * worse",
                "weighting, rate::double as learning_rate, width::bigint as width, stiffness::double as stiffness");

        DrawnMethods drawn = drawn(List.of());

        assertThat(panels(drawn)).hasSize(1);
        assertThat(panels(drawn).values().iterator().next())
                .contains("plain, learning rate = 1", "jacobian, learning rate = 1", "jacobian, learning rate = 7")
                .hasSize(8);
        assertThat(drawn.sentence())
                .startsWith(" 8 of 160 methods are drawn and in the CSV: those with the lowest")
                .contains("among them the best of each word that varies; all have width = 16.");
    }

    @Test
    void refuseASettingThatTrialsDoNotHave() {
        writeQuestion();

        assertThatThrownBy(() -> drawn(List.of("activaton")))
                .hasMessageContaining("but got activaton; nearest are activation");
    }

    @Test
    void standInAFigureThatHoldsEveryNumber() throws IOException {
        writeQuestion();

        Report.write(
                folder,
                folder.resolve("report"),
                "results/q",
                new ReportPolicy(
                        List.of(ReportPolicy.FigureKind.ERROR, ReportPolicy.FigureKind.EFFECTS),
                        "learning_rate",
                        List.of(),
                        "error_mse < 1e-4"),
                remark -> {});

        List<String> error = Files.readAllLines(folder.resolve("report/forced-relaxation-error.csv"));
        assertThat(error.get(0)).isEqualTo("panel,series,learning_rate,error_mse,lower,upper,trials");
        assertThat(error).hasSize(1 + 144);
        assertThat(folder.resolve("report/forced-relaxation-outcomes.csv")).doesNotExist();
    }

    /** The error falls with the third power of the learning rate. */
    @Test
    void comeWithTheEffectsTheMostImportantSettingFirst() throws IOException {
        writeQuestion();

        Report.write(folder, folder.resolve("report"), "results/q", remark -> {});

        List<String> effects = Files.readAllLines(folder.resolve("report/forced-relaxation-effects.csv"));
        double first = Math.pow(1e-3, -3) / Math.cbrt(Math.pow(1e-3 * 3e-3 * 1e-2, -3));
        assertThat(effects.get(0)).isEqualTo("panel,series,value,factor,lower,upper,trials");
        assertThat(effects.get(3)).startsWith("learning rate,stiffness = 30,0.001,");
        assertThat(Double.parseDouble(effects.get(3).split(",", -1)[3])).isCloseTo(first, withinPercentage(1e-9));
        assertThat(effects.get(effects.size() - 1)).startsWith("width");
    }
}
