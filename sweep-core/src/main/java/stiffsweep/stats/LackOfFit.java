package stiffsweep.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Whether points follow the straight line that was fitted through them.
 *
 * <p>The test is the classical one for lack of fit, which sets the distance of the means at each abscissa from the
 * least-squares line against the scatter about those means: N. R. Draper and H. Smith, "Applied Regression Analysis",
 * section 2.1. It finds every departure from a line, curvature included. Replicates that share an offset at all
 * abscissae make it cautious: it then takes a bend for scatter sooner than it should.
 *
 * @param residual the root mean square distance of the median at each abscissa from the line
 * @param slopes the slopes between the medians at neighbouring abscissae, in order
 * @param probability the probability of so large a lack of fit by chance; NaN where fewer than three abscissae, or no
 *     repeated one, leave nothing to test
 */
public record LackOfFit(double residual, List<Double> slopes, double probability) {

    /** Medians nearer to a line than this follow it, however small the scatter: 0.05 decades are 12 %. */
    public static final double NEGLIGIBLE = 0.05;

    /** Below this probability chance is ruled out. */
    private static final double SIGNIFICANT = 0.05;

    public LackOfFit {
        slopes = List.copyOf(slopes);
    }

    /**
     * The lack of fit of points to a line.
     *
     * @param x the abscissae, finite
     * @param y the ordinates, finite, as many
     */
    static LackOfFit of(double[] x, double[] y, HuberRegression.Line line) {
        TreeMap<Double, double[]> columns = columns(x, y);
        List<Double> slopes = new ArrayList<>();
        double squares = 0;
        Map.Entry<Double, double[]> last = null;
        for (Map.Entry<Double, double[]> column : columns.entrySet()) {
            double median = Quantile.median(column.getValue());
            double distance = median - line.slope() * column.getKey() - line.intercept();
            squares += distance * distance;
            if (last != null) {
                slopes.add((median - Quantile.median(last.getValue())) / (column.getKey() - last.getKey()));
            }
            last = column;
        }
        return new LackOfFit(Math.sqrt(squares / columns.size()), slopes, probability(columns, x.length));
    }

    /** How many distinct abscissae there are. */
    public int abscissae() {
        return slopes.size() + 1;
    }

    /** Whether the points follow the line within their scatter; of two abscissae nobody can tell, and it is taken for granted. */
    public boolean isLine() {
        return abscissae() < 3 || residual <= NEGLIGIBLE || probability >= SIGNIFICANT;
    }

    private static TreeMap<Double, double[]> columns(double[] x, double[] y) {
        TreeMap<Double, double[]> columns = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            double ordinate = y[i];
            columns.merge(x[i], new double[] {ordinate}, (some, one) -> {
                double[] more = Arrays.copyOf(some, some.length + 1);
                more[some.length] = ordinate;
                return more;
            });
        }
        return columns;
    }

    private static double probability(TreeMap<Double, double[]> columns, int points) {
        int lineFreedom = columns.size() - 2;
        int scatterFreedom = points - columns.size();
        if (lineFreedom < 1 || scatterFreedom < 1) {
            return Double.NaN;
        }
        double scatter = 0;
        for (double[] column : columns.values()) {
            double mean = mean(column);
            scatter += Arrays.stream(column).map(y -> (y - mean) * (y - mean)).sum();
        }
        double lack = distanceOfMeans(columns, points);
        double ratio = lack / lineFreedom / (scatter / scatterFreedom);
        // Points that agree to the last bits at each abscissa have no scatter to compare with.
        return Double.isNaN(ratio)
                ? 1
                : FDistribution.of(lineFreedom, scatterFreedom).survivalProbability(ratio);
    }

    /** The sum of squared distances of the means from the least-squares line, each as often as its column has points. */
    private static double distanceOfMeans(TreeMap<Double, double[]> columns, int points) {
        double meanX = columns.entrySet().stream()
                        .mapToDouble(column -> column.getKey() * column.getValue().length)
                        .sum()
                / points;
        double meanY = columns.values().stream().mapToDouble(LackOfFit::sum).sum() / points;
        double variance = 0;
        double covariance = 0;
        double squares = 0;
        for (Map.Entry<Double, double[]> column : columns.entrySet()) {
            double fromX = column.getKey() - meanX;
            double fromY = mean(column.getValue()) - meanY;
            int weight = column.getValue().length;
            variance += weight * fromX * fromX;
            covariance += weight * fromX * fromY;
            squares += weight * fromY * fromY;
        }
        return Math.max(0, squares - covariance * covariance / variance);
    }

    private static double mean(double[] values) {
        return sum(values) / values.length;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
