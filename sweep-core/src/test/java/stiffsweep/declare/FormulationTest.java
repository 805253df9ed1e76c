package stiffsweep.declare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import stiffsweep.choice.Activation;
import stiffsweep.config.CommonDefaults;
import stiffsweep.declare.ProblemDeclaration.Field;
import stiffsweep.declare.ProblemDeclaration.Formulation;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Network;
import stiffsweep.formula.Formula;
import stiffsweep.jet.Directions;

/** Several inputs, networks and formulations: what a declaration makes of them, and what a file can set. */
class FormulationTest {

    /** Transport of f(t, x, v) with its density, stated directly and by its mean and the rest of it. */
    private static final ProblemDeclaration TRANSPORT = ProblemDeclaration.of("transport", "f_t + v f_x = 0", "test")
            .input("t", 0, 2, 1, "s")
            .logInput("x", 0.1, 1, 2, "m")
            .quadrature("v", -1, 1, 8, "1")
            .box("interior", 100)
            .faceAtStart("initial", "t", 30)
            .grid("test", 5, 7)
            .measuredOn("test")
            .condition("initial", "initial", 2, "the start is met", Formula.truthOf("f"))
            .formulation("direct")
            .fields("f")
            .hard("f", at -> at.input("t").times(at.function("f")))
            .equation("equation", "interior", 1, "the equation holds", Formula.truthOf("f"))
            .formulation("mean-and-rest")
            .network("rho", "t", "x")
            .network("g", "t", "x", "v")
            .field("f", at -> at.function("rho").plus(at.function("g")))
            .coefficients("rho", "g")
            .equation("mean", "interior", 1, "the equation of the mean holds", Formula.truthOf("f"))
            .equation("rest", "interior", 1, "the equation of the rest holds", Formula.truthOf("f"))
            .build();

    private static final SettingsSchema SCHEMA = SettingsSchema.of(TRANSPORT, CommonDefaults.read());

    @Test
    void theKeysOfAFileFollowFromTheDeclaration() {
        Map<String, Object> own = new HashMap<>(SCHEMA.defaults().values());
        own.keySet().removeAll(CommonDefaults.read().values().keySet());

        Map<String, Object> expected = new TreeMap<>();
        expected.putAll(Map.of("domain.t.from", 0.0, "domain.t.to", 2.0, "domain.t.spacing", "linear"));
        expected.putAll(Map.of("domain.x.from", 0.1, "domain.x.to", 1.0, "domain.x.spacing", "log"));
        expected.putAll(Map.of("domain.v.from", -1.0, "domain.v.to", 1.0, "points.v.nodes", 8L));
        expected.putAll(Map.of("points.interior.count", 100L, "points.interior.sampling", "sobol"));
        expected.putAll(Map.of("points.initial.count", 30L, "points.initial.sampling", "sobol"));
        expected.putAll(Map.of("points.test.t", 5L, "points.test.x", 7L));
        expected.putAll(Map.of("loss.formulation", "direct", "loss.conditions", "soft"));
        for (String network : List.of("rho", "g")) {
            String path = "networks." + network + ".";
            expected.putAll(Map.of(path + "width", 0L, path + "depth", 0L, path + "activation", "common"));
        }
        for (String term : List.of("equation", "mean", "rest")) {
            expected.put("loss.weights." + term, 1.0);
        }
        expected.put("loss.weights.initial", 2.0);
        assertThat(own).containsAllEntriesOf(expected);
        assertThat(SCHEMA.settings().stream().map(Setting::column)).doesNotHaveDuplicates();
    }

    @Test
    void whatStandsBeforeTheFirstFormulationBelongsToAll() {
        Formulation direct = TRANSPORT.formulation(settings(Map.of()));
        Formulation split = TRANSPORT.formulation(settings(Map.of("loss.formulation", "mean-and-rest")));

        assertThat(direct.lossTerms().stream().map(LossTerm::name)).containsExactly("initial", "equation");
        assertThat(split.lossTerms().stream().map(LossTerm::name)).containsExactly("initial", "mean", "rest");
        assertThat(TRANSPORT.lossTerms().stream().map(LossTerm::name))
                .containsExactly("initial", "equation", "mean", "rest");
        assertThat(TRANSPORT.solutionFields()).containsExactly("f");
        assertThat(split.fields().stream().map(Field::name)).containsExactly("f", "rho", "g");
    }

    @Test
    void aNetworkThatNobodyDeclaresSeesAllInputsAndGivesAllFieldsWithoutAFormula() {
        assertThat(TRANSPORT.formulation(settings(Map.of())).networks())
                .containsExactly(new Network("", List.of("t", "x", "v"), List.of("f")));
        assertThat(TRANSPORT
                        .formulation(settings(Map.of("loss.formulation", "mean-and-rest")))
                        .networks())
                .containsExactly(
                        new Network("rho", List.of("t", "x"), List.of("rho")),
                        new Network("g", List.of("t", "x", "v"), List.of("g")));
    }

    @Test
    void aNetworksOwnSettingsOverrideTheCommonOnes() {
        Settings settings = settings(Map.of(
                "network.width", 20L, "network.depth", 3L, "networks.g.width", 8L, "networks.g.activation", "sine"));

        assertThat(settings.network("rho")).isEqualTo(settings.network());
        assertThat(settings.network("g").hidden()).containsExactly(8, 8, 8);
        assertThat(settings.network("g").activation()).isEqualTo(Activation.SINE);
        assertThat(settings.network("rho").hidden()).containsExactly(20, 20, 20);
    }

    @Test
    void hardConditionsMakeAFieldByItsOtherFormula() {
        Formulation soft = TRANSPORT.formulation(settings(Map.of()));
        Formulation hard = TRANSPORT.formulation(settings(Map.of("loss.conditions", "hard")));

        assertThat(soft.fields().get(0).formula()).isNull();
        assertThat(hard.fields().get(0).formula())
                .isNotNull()
                .isSameAs(soft.fields().get(0).hard());
        assertThat(hard.lossTerms()).isEqualTo(soft.lossTerms());
    }

    @Test
    void derivativesOfSecondOrderComeFirstAndThoseOfOrderZeroNotAtAll() {
        assertThat(TRANSPORT.directions()).isEqualTo(new Directions(List.of("x", "t"), 1));
    }

    private static Settings settings(Map<String, Object> changes) {
        SortedMap<String, Object> values = new TreeMap<>(SCHEMA.defaults().values());
        values.putAll(changes);
        return new Settings(values);
    }
}
