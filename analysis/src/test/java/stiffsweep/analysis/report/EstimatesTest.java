package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.PlotPoint;
import stiffsweep.sweep.ReportPolicy;

/** How far off an inverse problem's estimates are, of made-up trials. */
class EstimatesTest {

    @TempDir
    Path folder;

    @Test
    void anEstimateIsShownByTheSizeOfItsErrorWithTheTrialInTheMiddle() {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select x || '-' || replicate as trial_id, 'inverse' as sweep, 'wimp-inverse' as problem, 'jacobian' as weighting,
                    x as cosmology_exponent, replicate, 10::bigint as epochs, 1e-3 as error_mse,
                    30 + error as recovered_strength, error as recovered_strength_error, 'COMPLETED' as outcome,
                    null::varchar as failure, timestamptz '2026-11-21 10:00:00+00' as started_at
                from (values (0.0::double), (2.0)) as c(x),
                    (values (0::bigint, -0.3), (1, 0.1), (2, -0.2)) as r(replicate, error)
                """);
        try (Results results = Results.open(folder)) {
            Findings findings = Findings.of(results, ReportPolicy.DEFAULT);
            List<CaptionedFigure> figures =
                    ResultFigures.of(DrawnMethods.of(findings, "wimp-inverse", new Colours()), "wimp-inverse", results);

            assertThat(figures).hasSize(1);
            Figure figure = (Figure) figures.get(0).figure();
            assertThat(figure.name()).isEqualTo("wimp-inverse-result-recovered-strength-error");
            assertThat(figure.series().get(0).points())
                    .containsExactly(
                            new PlotPoint(0, 0.2, 0.1, 0.3, 3, "0.0-2"), new PlotPoint(2, 0.2, 0.1, 0.3, 3, "2.0-2"));
        }
    }
}
