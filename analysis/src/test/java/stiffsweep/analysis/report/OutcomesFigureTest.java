package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;
import stiffsweep.analysis.figure.Heatmap;
import stiffsweep.sweep.ReportPolicy;

/** Maps of made-up trials, whose best loss weight grows with the stiffness. */
class OutcomesFigureTest {

    @TempDir
    Path folder;

    /** Four widths and three weights at three stiffnesses; the error is smallest where the weight equals the stiffness. */
    @BeforeEach
    void writeTrials() {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select c || '-' || w || '-' || width || '-' || replicate as trial_id, 'map' as sweep,
                    'linear-decay' as problem, 'plain' as weighting, c as stiffness, w as weight_initial, width, replicate,
                    10::bigint as epochs, 1e-3 * (1 + abs(log10(w / c))) * (1 + width / 1000) as error_mse,
                    if(c = 100 and replicate = 0, 'DIVERGED', 'COMPLETED') as outcome, null::varchar as failure,
                    timestamptz '2026-11-21 10:00:00+00' as started_at
                from (values (1.0::double), (10.0), (100.0)) as s(c), (values (1.0::double), (10.0), (100.0)) as l(w),
                    (values (10::bigint), (20), (30), (40)) as n(width), range(3) as r(replicate)
                """);
    }

    @Test
    void aLossWeightHasAMapBesideThatOfTheNumberWithMoreValues() {
        assertThat(maps())
                .extracting(Heatmap::name)
                .containsExactly("linear-decay-outcomes", "linear-decay-outcomes-weight-initial");
    }

    @Test
    void theBestWeightOfEachStiffnessIsOutlined() {
        Heatmap valley = maps().get(1);

        assertThat(valley.layers().get(0).outlined())
                .containsExactly(true, false, false, false, true, false, false, false, true);
        assertThat(valley.layers().get(0).notes()).element(8).hasToString("0.001 × 1 of 3");
        assertThat(valley.layers().get(1).outlined()).isEmpty();
    }

    private List<Heatmap> maps() {
        try (Results results = Results.open(folder)) {
            return OutcomesFigure.of(Findings.of(results, ReportPolicy.DEFAULT), "linear-decay").stream()
                    .map(figure -> (Heatmap) figure.figure())
                    .toList();
        }
    }
}
