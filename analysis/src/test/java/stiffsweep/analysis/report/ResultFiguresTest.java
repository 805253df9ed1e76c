package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.analysis.figure.Series;
import stiffsweep.store.CurveColumns;
import stiffsweep.sweep.ReportPolicy;

/** Errors of moments beside those of the limit, and along training, of made-up trials of a gas. */
class ResultFiguresTest {

    private static final String GAS = "boltzmann-bgk";

    @TempDir
    Path folder;

    /** Two formulations at two Knudsen numbers, three trials each; four of the six at 1 have diverged. */
    @BeforeEach
    void writeTrials() {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select *, if(outcome = 'COMPLETED', knudsen / 2, null) as density_limit_error,
                    if(outcome = 'COMPLETED', knudsen * (1 + replicate), null) as density_error,
                    if(formulation = 'conservation', density_error * 10, null) as density_of_f_error
                from (
                    select formulation || knudsen || replicate as trial_id, 'gas' as sweep, 'boltzmann-bgk' as problem,
                        'plain' as weighting, formulation, knudsen, replicate, 10::bigint as epochs, 1e-3 as error_mse,
                        if(knudsen = 1 and (formulation = 'pinn' or replicate = 0), 'DIVERGED', 'COMPLETED') as outcome,
                        null::varchar as failure, timestamptz '2026-11-21 10:00:00+00' as started_at
                    from (values ('conservation'), ('pinn')) as f(formulation), (values (1.0::double), (0.01)) as k(knudsen),
                        range(3) as r(replicate)
                )
                """);
    }

    @Test
    void theConventionalMethodIsALineWhereverItIsKnown() {
        Figure figure = figure("boltzmann-bgk-result-density-error");

        assertThat(series(figure, "conventional method").points())
                .extracting(PlotPoint::x, PlotPoint::y)
                .hasToString("[(0.01, 0.005), (1.0, 0.5)]");
        assertThat(series(figure, "conservation").points())
                .extracting(PlotPoint::x, PlotPoint::y)
                .hasToString("[(0.01, 0.02), (1.0, 2.5)]");
        assertThat(series(figure, "pinn").points())
                .extracting(PlotPoint::x, PlotPoint::y)
                .hasToString("[(0.01, 0.02)]");
        assertThat(figure.series())
                .extracting(Series::label)
                .anyMatch(label -> label.contains("3 of 6 did not complete"));
    }

    @Test
    void aFormulationWithoutAResultHasNoPlaceInItsFigure() {
        assertThat(figure("boltzmann-bgk-result-density-of-f-error").series())
                .extracting(Series::label)
                .contains("conservation", "conventional method")
                .doesNotContain("pinn: 3 of 6 without a value");
    }

    @Test
    void theErrorsOfFieldsFallTogetherInOneFigureOfEachMethod() {
        SyntheticFolder.write(folder, "curves", "all.parquet", """
                select formulation || 0.01::double || replicate as trial_id, epoch, 1.0::double as loss_total,
                    1e-3 as error_mse, 1e-2 as error_relative_squared, pow(4.0, replicate) / (1 + epoch) as %s,
                    if(epoch = 0, 0.0, 1.0) as %s
                from (values ('conservation'), ('pinn')) as f(formulation), range(3) as r(replicate), range(2) as e(epoch)
                """.formatted(
                        CurveColumns.ofField("density"), CurveColumns.ofField("energy")));
        try (Results results = Results.open(folder)) {
            Extreme lowest =
                    Extreme.of(Findings.of(results, ReportPolicy.DEFAULT), GAS).get(0);
            List<CaptionedFigure> figures = FieldErrorFigures.of(lowest, results);

            assertThat(figures).hasSize(2);
            Figure first = (Figure) figures.get(0).figure();
            List<PlotPoint> density = series(first, "density").points();
            assertThat(density).extracting(PlotPoint::x).containsExactly(0.0, 1.0);
            assertThat(density.get(0).y()).isCloseTo(4, within(1e-12));
            assertThat(density.get(1).y()).isCloseTo(2, within(1e-12));
            assertThat(series(first, "energy").points())
                    .extracting(PlotPoint::x)
                    .containsExactly(1.0);
            assertThat(figures.get(0).caption()).contains("Left out are 3 values");
        }
    }

    @Test
    void aFolderWithoutErrorsOfFieldsHasNoSuchFigure() {
        try (Results results = Results.open(folder)) {
            Extreme lowest =
                    Extreme.of(Findings.of(results, ReportPolicy.DEFAULT), GAS).get(0);
            assertThat(FieldErrorFigures.of(lowest, results)).isEmpty();
        }
    }

    private Figure figure(String name) {
        try (Results results = Results.open(folder)) {
            return ResultFigures.of(
                            DrawnMethods.of(Findings.of(results, ReportPolicy.DEFAULT), GAS, new Colours()),
                            GAS,
                            results)
                    .stream()
                    .map(captioned -> (Figure) captioned.figure())
                    .filter(figure -> figure.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Series series(Figure figure, String label) {
        return figure.series().stream()
                .filter(series -> series.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
