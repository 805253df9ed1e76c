package stiffsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the statistics against scikit-learn, SciPy and SALib: src/test/python/peers.py writes what they say. */
class PeersTest {

    private static final Config PEERS = ConfigFactory.parseResources(PeersTest.class, "peers.json");

    /** Where the gradient of scikit-learn's objective is zero; its own solver stops up to 1e-5 away. */
    @ParameterizedTest
    @MethodSource
    void fitsLinesAsScikitLearnDoes(Config line) {
        double[] x = numbers(line, "x");
        double[] y = numbers(line, "y");
        double[] huber = numbers(line, "huber");
        double[] least = numbers(line, "least_squares");

        HuberRegression.Line own = HuberRegression.STANDARD.fit(x, y);

        assertThat(own.slope()).isCloseTo(huber[0], within(1e-6));
        assertThat(own.intercept()).isCloseTo(huber[1], within(1e-6));
        assertThat(own.scale()).isCloseTo(huber[2], within(1e-6));
        assertThat(HuberRegression.LEAST_SQUARES.fit(x, y).slope()).isCloseTo(least[0], within(1e-12));
        assertThat(HuberRegression.LEAST_SQUARES.fit(x, y).intercept()).isCloseTo(least[1], within(1e-12));
    }

    static List<? extends Config> fitsLinesAsScikitLearnDoes() {
        return PEERS.getConfigList("lines");
    }

    /** Ends are quantiles of resamples. SciPy's move by {@code spread} between two runs: five times that, and 1 % for its luck. */
    @ParameterizedTest
    @MethodSource
    void findsTheIntervalsByBcaThatSciPyFinds(Config sample) {
        double[] values = numbers(sample, "values");
        double[] ends = numbers(sample, "ends");
        double[] spread = numbers(sample, "spread");

        Bootstrap bootstrap = new Bootstrap(200_000, 0.95, 1);
        Interval own = sample.getString("statistic").equals("median")
                ? bootstrap.bcaOfMedian(values)
                : bootstrap.bca(
                        values.length,
                        drawn -> statistic(sample.getString("statistic"))
                                .applyAsDouble(Arrays.stream(drawn)
                                        .mapToDouble(i -> values[i])
                                        .toArray()));

        assertThat(own.lower()).isCloseTo(ends[0], within(5 * spread[0] + 0.01 * (ends[1] - ends[0])));
        assertThat(own.upper()).isCloseTo(ends[1], within(5 * spread[1] + 0.01 * (ends[1] - ends[0])));
    }

    static List<? extends Config> findsTheIntervalsByBcaThatSciPyFinds() {
        return PEERS.getConfigList("bca");
    }

    private static ToDoubleFunction<double[]> statistic(String name) {
        ToDoubleFunction<double[]> mean =
                sample -> Arrays.stream(sample).average().orElse(0);
        return switch (name) {
            case "mean" -> mean;
            default ->
                sample -> {
                    double centre = mean.applyAsDouble(sample);
                    return Math.sqrt(Arrays.stream(sample)
                            .map(value -> (value - centre) * (value - centre))
                            .average()
                            .orElse(0));
                };
        };
    }

    @ParameterizedTest
    @MethodSource
    void ranksDifferencesAsSciPyDoes(Config sample) {
        SignedRank own = SignedRank.of(numbers(sample, "values"), 0.95);

        assertThat(own.probability()).isCloseTo(sample.getDouble("p"), within(1e-12));
        if (sample.hasPath("interval")) {
            double[] ends = numbers(sample, "interval");
            assertThat(own.centre()).isCloseTo(sample.getDouble("centre"), within(1e-12));
            assertThat(own.interval().lower()).isCloseTo(ends[0], within(1e-12));
            assertThat(own.interval().upper()).isCloseTo(ends[1], within(1e-12));
        }
    }

    static List<? extends Config> ranksDifferencesAsSciPyDoes() {
        return PEERS.getConfigList("signed_rank");
    }

    @ParameterizedTest
    @MethodSource
    void boundsARateAsSciPyDoes(Config rate) {
        double[] ends = numbers(rate, "ends");

        Interval own = Wilson.interval(rate.getLong("successes"), rate.getLong("trials"), 0.95);

        assertThat(own.lower()).isCloseTo(ends[0], within(1e-12));
        assertThat(own.upper()).isCloseTo(ends[1], within(1e-12));
    }

    static List<? extends Config> boundsARateAsSciPyDoes() {
        return PEERS.getConfigList("wilson");
    }

    @ParameterizedTest
    @MethodSource
    void waitsForCensoredTimesAsSciPyDoes(Config sample) {
        double[] times = numbers(sample, "times");
        List<Boolean> reached = sample.getBooleanList("reached");
        List<KaplanMeier.Span> spans = IntStream.range(0, times.length)
                .mapToObj(i -> new KaplanMeier.Span(times[i], reached.get(i)))
                .toList();

        double expected = sample.getIsNull("median") ? Double.POSITIVE_INFINITY : sample.getDouble("median");
        assertThat(KaplanMeier.median(spans)).isEqualTo(expected);
    }

    static List<? extends Config> waitsForCensoredTimesAsSciPyDoes() {
        return PEERS.getConfigList("kaplan_meier");
    }

    /** SALib's points are quasi-random: its own 95 % say how far they tell. Midpoints of 40 cells miss x^4 by 0.1 %. */
    @ParameterizedTest
    @MethodSource
    void sharesOutAGridAsSalibDoes(Config indices) {
        double[] shares = numbers(indices, "shares");
        double[] confidence = numbers(indices, "confidence");
        int cells = 40;
        double[] places = new double[cells];
        Arrays.setAll(places, i -> (i + 0.5) / cells);
        double[] values = new double[cells * cells * cells];
        Arrays.setAll(
                values,
                i -> function(
                        indices.getString("function"),
                        places[i / (cells * cells)],
                        places[i / cells % cells],
                        places[i % cells]));

        List<Effect> effects =
                new GridAnova(new int[] {cells, cells, cells}, new double[][] {values}, Bootstrap.STANDARD).effects();

        for (int i = 0; i < shares.length; i++) {
            assertThat(effects.get(i).share()).isCloseTo(shares[i], within(confidence[i] + 1e-3));
        }
    }

    static List<? extends Config> sharesOutAGridAsSalibDoes() {
        return PEERS.getConfigList("sobol");
    }

    /** The intervals from 400 drawn points hold SALib's indices of single axes, as 95 of 100 do. */
    @ParameterizedTest
    @MethodSource("sharesOutAGridAsSalibDoes")
    void sharesOutDrawnPointsAsSalibDoes(Config indices) {
        double[] shares = numbers(indices, "shares");
        SplittableRandom random = new SplittableRandom(3);
        double[][] axes = new double[3][400];
        Arrays.stream(axes).forEach(axis -> Arrays.setAll(axis, i -> random.nextDouble()));
        double[] values = new double[400];
        Arrays.setAll(values, i -> function(indices.getString("function"), axes[0][i], axes[1][i], axes[2][i]));

        List<Effect> effects = new BinnedAnova(axes, values, 0, Bootstrap.STANDARD).effects();

        for (int i = 0; i < axes.length; i++) {
            assertThat(effects.get(i).interval().contains(Math.max(0, shares[i])))
                    .isTrue();
        }
    }

    private static double function(String name, double x, double y, double z) {
        if (name.equals("g")) {
            return Math.abs(4 * x - 2) * (Math.abs(4 * y - 2) + 1) / 2 * (Math.abs(4 * z - 2) + 4.5) / 5.5;
        }
        double sine = Math.sin(Math.PI * (2 * y - 1));
        return Math.sin(Math.PI * (2 * x - 1)) * (1 + 0.1 * Math.pow(Math.PI * (2 * z - 1), 4)) + 7 * sine * sine;
    }

    private static double[] numbers(Config config, String key) {
        List<Double> numbers = new ArrayList<>(config.getDoubleList(key));
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
