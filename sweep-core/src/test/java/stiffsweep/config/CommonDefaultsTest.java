package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.Setting;
import stiffsweep.stop.StopPolicy;
import stiffsweep.sweep.FailurePolicy;
import stiffsweep.sweep.ReportPolicy;
import stiffsweep.sweep.StorePolicy;

class CommonDefaultsTest {

    @Test
    void referenceHoldsExactlyTheCommonSettings() {
        Set<String> written = new TreeSet<>();
        CommonDefaults.configuration()
                .withoutPath("sweep")
                .withoutPath("failure")
                .withoutPath("store")
                .withoutPath("report")
                .entrySet()
                .forEach(entry -> written.add(entry.getKey()));

        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(
                        CommonSettings.all().stream().map(Setting::path).toList());
    }

    @Test
    void everyCommonSettingIsExplainedWhereItsDefaultIs() {
        assertThat(CommonSettings.all())
                .allSatisfy(setting -> assertThat(CommonDefaults.configuration()
                                .getValue(setting.path())
                                .origin()
                                .comments())
                        .as(setting.path())
                        .isNotEmpty());
    }

    @Test
    void everyDefaultIsKept() {
        assertThat(CommonDefaults.read().values())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("problem.kind", "linear-decay"),
                        Map.entry("loss.weighting", "jacobian"),
                        Map.entry("loss.detach-jacobian", false),
                        Map.entry("loss.residual-attention.eta", 0.01),
                        Map.entry("loss.residual-attention.gamma", 0.999),
                        Map.entry("loss.soft-attention.rate", 0.005),
                        Map.entry("network.kind", "mlp"),
                        Map.entry("network.width", 40L),
                        Map.entry("network.depth", 4L),
                        Map.entry("network.trunk-depth", 1L),
                        Map.entry("network.widths", "equal"),
                        Map.entry("network.input", "raw"),
                        Map.entry("network.output", "linear"),
                        Map.entry("network.initialisation", "uniform-fan-in"),
                        Map.entry("network.activation", "gelu"),
                        Map.entry("network.precision", "float32"),
                        Map.entry("training.optimizer", "adamw"),
                        Map.entry("training.learning-rate", 8e-5),
                        Map.entry("training.weight-decay", 0.01),
                        Map.entry("training.decay.factor", 0.99),
                        Map.entry("training.checkpoint-every", 1.0),
                        Map.entry("training.decay.every", 1000L),
                        Map.entry("training.epochs", 500_000L),
                        Map.entry("training.stop-below", 1e-8),
                        Map.entry("training.stop-gradient-below", 1e-12),
                        Map.entry("training.stop-step-below", 1e-12),
                        Map.entry("training.lbfgs.history", 20L),
                        Map.entry("training.levenberg-marquardt.damping", 1e-3),
                        Map.entry("training.levenberg-marquardt.subset", 0L),
                        Map.entry("training.levenberg-marquardt.solver", "auto"),
                        Map.entry("training.levenberg-marquardt.cg-tolerance", 1e-3),
                        Map.entry("training.levenberg-marquardt.cg-iterations", 200L),
                        Map.entry("training.polish.optimizer", "none"),
                        Map.entry("training.polish.epochs", 1000L),
                        Map.entry("training.stack", "auto"),
                        Map.entry("training.device", "auto"),
                        Map.entry("training.kernel", "auto"),
                        Map.entry("measure.curve-every", 1000L),
                        Map.entry("measure.hessian", true),
                        Map.entry("measure.hessian-iterations", 1000L),
                        Map.entry("measure.hessian-tolerance", 1e-3),
                        Map.entry("measure.between", 0L)));
    }

    @Test
    void theSweepBlockAsksForOneReplicateOfOnePoint() {
        assertThat(CommonDefaults.configuration().getObject("sweep").unwrapped())
                .containsOnlyKeys(
                        "replicates",
                        "first-replicate",
                        "seed",
                        "design",
                        "metric",
                        "tpe",
                        "axes",
                        "grid",
                        "zip",
                        "blocks",
                        "stop")
                .containsEntry("design", "grid")
                .containsEntry("replicates", 1)
                .containsEntry("first-replicate", 0)
                .containsEntry("metric", MetricLaws.DEFAULT)
                .containsEntry("seed", 0);
    }

    @Test
    void theFailureBlockIsTheDefaultPolicy() {
        assertThat(FailureReader.read(CommonDefaults.configuration().getObject("failure"), new Faults()))
                .isEqualTo(FailurePolicy.DEFAULT);
    }

    @Test
    void theStopBlockIsTheDefaultPolicy() {
        assertThat(StopReader.read(CommonDefaults.configuration().getObject("sweep"), new Faults()))
                .isEqualTo(StopPolicy.DEFAULT);
    }

    @Test
    void theStoreBlockIsTheDefaultPolicy() {
        assertThat(StoreReader.read(CommonDefaults.configuration().getObject("store"), new Faults()))
                .isEqualTo(StorePolicy.DEFAULT);
    }

    @Test
    void theReportBlockIsTheDefaultPolicy() {
        assertThat(ReportReader.read(CommonDefaults.configuration().getObject("report"), new Faults()))
                .isEqualTo(ReportPolicy.DEFAULT);
    }
}
