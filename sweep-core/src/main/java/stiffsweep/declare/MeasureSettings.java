package stiffsweep.declare;

import java.util.List;

/** What {@code measure.*} asks for. */
public record MeasureSettings(
        int curveEvery, boolean hessian, int hessianIterations, double hessianTolerance, int between) {

    public static final Setting CURVE_EVERY = Setting.count(
            "measure.curve-every", "curve_every", Law.ONE_OR_MORE, "epochs", "The distance between curve points.");

    public static final Setting HESSIAN = Setting.onOff(
            "measure.hessian", "measure_hessian", "Whether the largest Hessian eigenvalues are measured.");

    static final Setting HESSIAN_ITERATIONS = Setting.count(
            "measure.hessian-iterations",
            "hessian_iterations_planned",
            Law.ONE_OR_MORE,
            "iterations",
            "The most power iterations for one eigenvalue.");

    static final Setting HESSIAN_TOLERANCE = Setting.number(
            "measure.hessian-tolerance",
            "hessian_tolerance",
            Law.POSITIVE,
            "1",
            "Power iteration has converged when ||H v - lambda v|| is below this times |lambda|.");

    public static final Setting BETWEEN = Setting.count(
            "measure.between",
            "measure_between",
            Law.NOT_NEGATIVE,
            "points",
            "Between each two points of a measured line errors are also taken at so many; 0: at none.");

    static final List<Setting> ALL = List.of(CURVE_EVERY, HESSIAN, HESSIAN_ITERATIONS, HESSIAN_TOLERANCE, BETWEEN);

    static MeasureSettings of(Settings settings) {
        return new MeasureSettings(
                settings.count(CURVE_EVERY),
                settings.isOn(HESSIAN),
                settings.count(HESSIAN_ITERATIONS),
                settings.number(HESSIAN_TOLERANCE),
                settings.count(BETWEEN));
    }
}
