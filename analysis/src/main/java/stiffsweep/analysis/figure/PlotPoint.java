package stiffsweep.analysis.figure;

/**
 * A point of a figure.
 *
 * @param x the abscissa
 * @param y the ordinate; NaN where there is none to show
 * @param lower the lower end of its interval; NaN where unknown
 * @param upper the upper end of its interval; NaN where unknown
 * @param trials how many trials it stands for
 * @param trial the id of the one of them that is shown, or in the middle; empty where there is none
 */
public record PlotPoint(double x, double y, double lower, double upper, long trials, String trial) {

    /** A point that shows no single trial. */
    public PlotPoint(double x, double y, double lower, double upper, long trials) {
        this(x, y, lower, upper, trials, "");
    }

    /** A point without an interval. */
    public static PlotPoint of(double x, double y, long trials) {
        return new PlotPoint(x, y, Double.NaN, Double.NaN, trials);
    }
}
