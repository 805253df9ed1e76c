package stiffsweep.analysis.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.analysis.FencedBlock;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;

/**
 * What matters, what is best and what is different in the example results, against NumPy, SciPy and pandas:
 * src/test/python/answers.py writes what these say.
 */
class PythonAnswersTest {

    private static final Pattern NOISE = Pattern.compile("scatter by ([0-9.e-]+) decades");

    static List<? extends Config> questions() {
        return ConfigFactory.parseResources(PythonAnswersTest.class, "python.json")
                .getConfigList("answers");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whatMattersIsWhatPythonFinds(Config python) {
        Answer answer = asked(python, Importance::shares);

        List<? extends Config> effects = python.getConfigList("importance");
        Table table = answer.table();
        for (Config effect : effects) {
            Set<String> axes = Set.copyOf(effect.getStringList("effect"));
            int row = row(
                    table.column("effect"),
                    name -> Set.of(name.toString().split(" x ", -1)).equals(axes));
            if (effect.getIsNull("share")) {
                assertThat(table.column("share").get(row)).isNull();
                continue;
            }
            assertThat((Double) table.column("share").get(row)).isCloseTo(effect.getDouble("share"), within(1e-9));
            if (effect.hasPath("lower")) {
                assertThat((Double) table.column("lower").get(row)).isCloseTo(effect.getDouble("lower"), within(1e-9));
                assertThat((Double) table.column("upper").get(row)).isCloseTo(effect.getDouble("upper"), within(1e-9));
            }
        }
        Matcher noise = NOISE.matcher(String.join("\n", answer.sentences()));
        assertThat(noise.find()).isTrue();
        // The sentence has three digits.
        assertThat(Double.parseDouble(noise.group(1)))
                .isCloseTo(python.getDouble("noise"), within(0.005 * python.getDouble("noise")));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theBestSettingsAreThoseThatPythonRanksFirst(Config python) {
        Table table = asked(python, (results, question) -> BestSettings.of(results, question, "error_mse < 1e-4", 1000))
                .table();

        List<? extends Config> settings = python.getConfigList("best");
        assertThat(table.rows()).hasSameSizeAs(settings);
        for (int i = 0; i < settings.size(); i++) {
            Config expected = settings.get(i);
            Config setting = expected.getConfig("setting");
            for (String name : setting.root().keySet()) {
                Object value = table.column(name).get(i);
                if (value instanceof Number number) {
                    assertThat(number.doubleValue()).isEqualTo(setting.getDouble(name));
                } else {
                    assertThat(value).isEqualTo(setting.getString(name));
                }
            }
            assertThat(table.column("median_error_mse").get(i)).isEqualTo(expected.getDouble("median"));
            assertThat(table.column("lower").get(i)).isEqualTo(expected.getDouble("lower"));
            assertThat(table.column("upper").get(i)).isEqualTo(expected.getDouble("upper"));
            // Python counts all resamples; 2000 that are drawn tell a share to 1.1 %.
            assertThat((Double) table.column("best_share").get(i))
                    .isCloseTo(expected.getDouble("best_share"), within(0.035));
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theDifferenceIsTheOneThatPythonFinds(Config python) {
        Table table = asked(python, (results, question) -> PairedComparison.on(List.of("weighting"), results, question))
                .table();

        Config expected = python.getConfig("compare");
        assertThat(table.column("first")).containsExactly("weighting = jacobian");
        for (String column : List.of("ratio", "lower", "upper", "p", "win_rate")) {
            double number = expected.getDouble(column);
            assertThat((Double) table.column(column).get(0)).isCloseTo(number, within(1e-9 * Math.max(1, number)));
        }
    }

    private static Answer asked(Config python, BiFunction<Results, Question, Answer> verb) {
        Question question = new Question(
                "error_mse", List.of("problem", "stiffness"), "stiffness = " + python.getDouble("stiffness"));
        try (Results results = Results.open(FencedBlock.page("example-results").resolve(python.getString("folder")))) {
            return verb.apply(results, question);
        }
    }

    private static int row(List<@Nullable Object> cells, Predicate<Object> is) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (is.test(String.valueOf(cells.get(i)))) {
                found.add(i);
            }
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
