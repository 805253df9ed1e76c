package stiffsweep.declare;

import java.util.List;

/** What {@code training.*} asks of second-order methods, in a training and in a polish. */
public record DescentSettings(
        double stopGradientBelow, double stopStepBelow, Lbfgs lbfgs, LevenbergMarquardt levenbergMarquardt) {

    static final Setting STOP_GRADIENT_BELOW = Setting.number(
            "training.stop-gradient-below",
            "stop_gradient_below",
            Law.NOT_NEGATIVE,
            "1",
            "A second-order training stops when the length of the loss's gradient falls below this.");

    static final Setting STOP_STEP_BELOW = Setting.number(
            "training.stop-step-below",
            "stop_step_below",
            Law.NOT_NEGATIVE,
            "1",
            "A second-order training stops when a step is shorter than this times the parameters' length.");

    static final List<Setting> ALL = List.of(
            STOP_GRADIENT_BELOW,
            STOP_STEP_BELOW,
            Lbfgs.HISTORY,
            LevenbergMarquardt.DAMPING,
            LevenbergMarquardt.SUBSET,
            LevenbergMarquardt.SOLVER,
            LevenbergMarquardt.CG_TOLERANCE,
            LevenbergMarquardt.CG_ITERATIONS);

    static DescentSettings of(Settings settings) {
        return new DescentSettings(
                settings.number(STOP_GRADIENT_BELOW),
                settings.number(STOP_STEP_BELOW),
                new Lbfgs(settings.count(Lbfgs.HISTORY)),
                new LevenbergMarquardt(
                        settings.number(LevenbergMarquardt.DAMPING),
                        settings.count(LevenbergMarquardt.SUBSET),
                        settings.choice(LevenbergMarquardt.SOLVER, Solver.class),
                        settings.number(LevenbergMarquardt.CG_TOLERANCE),
                        settings.count(LevenbergMarquardt.CG_ITERATIONS)));
    }

    /** Of L-BFGS alone. */
    public record Lbfgs(int history) {

        static final Setting HISTORY = Setting.count(
                "training.lbfgs.history",
                "lbfgs_history",
                Law.ONE_OR_MORE,
                "steps",
                "The number of steps from which L-BFGS estimates the curvature.");
    }

    /** Of Levenberg-Marquardt alone. */
    public record LevenbergMarquardt(double damping, int subset, Solver solver, double cgTolerance, int cgIterations) {

        static final Setting DAMPING = Setting.number(
                "training.levenberg-marquardt.damping",
                "levenberg_marquardt_damping",
                Law.POSITIVE,
                "1",
                "The first damping, in units of the system's largest diagonal entry.");

        static final Setting SUBSET = Setting.count(
                "training.levenberg-marquardt.subset",
                "levenberg_marquardt_subset",
                Law.NOT_NEGATIVE,
                "points",
                "The most points of each loss term in one step, drawn anew for each; 0 takes all.");

        public static final Setting SOLVER = Setting.choice(
                "training.levenberg-marquardt.solver",
                "levenberg_marquardt_solver",
                List.of(Solver.values()),
                "How a step is solved for: by a matrix of the residuals (gram) or of the parameters (normal), by conjugate gradients without a matrix (cg), or by the one that suits (auto).");

        static final Setting CG_TOLERANCE = Setting.number(
                "training.levenberg-marquardt.cg-tolerance",
                "levenberg_marquardt_cg_tolerance",
                Law.POSITIVE,
                "1",
                "Conjugate gradients stop when the residual of their system is smaller than this times the first one.");

        static final Setting CG_ITERATIONS = Setting.count(
                "training.levenberg-marquardt.cg-iterations",
                "levenberg_marquardt_cg_iterations",
                Law.ONE_OR_MORE,
                "iterations",
                "The most iterations of conjugate gradients for one system.");
    }
}
