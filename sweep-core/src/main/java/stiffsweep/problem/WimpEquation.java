package stiffsweep.problem;

import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.formula.Formula;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;

/**
 * The freeze-out of a dark-matter yield Y at x = m/T, as the logarithm W = ln Y on z = ln x ("Solving stiff dark matter
 * equations via Jacobian Normalization with Physics-Informed Neural Networks", arXiv 2602.21988, eq. 40):
 *
 * <pre>dW/dz = G (e^(2 Weq - W) - e^W),  G = exp(C - gamma max(z_t - z, 0) - z),  Weq = ln Yeq.</pre>
 *
 * The field is {@code w = W / 26.1586}, which runs from -0.288 to -1; the residual, and the Jacobian of eq. 42, are those
 * of W. The numbers are those of the code published with the paper.
 */
final class WimpEquation {

    /** The logarithm C of the interaction strength: a parameter, or learned. */
    static final String STRENGTH = "interaction-strength";

    /** The exponent gamma of the Hubble rate's departure from the standard one. */
    static final String EXPONENT = "cosmology-exponent";

    /** x_t, where the Hubble rate becomes the standard one. */
    static final String TRANSITION = "transition";

    static final String EQUATION = "equation";
    static final String INITIAL = "initial";
    static final String FIELD = "w";
    static final String POINTS = "residual";

    /** Minus the W of the yield that is observed, in which the field is measured. */
    static final double FROZEN = 26.1586;

    /** ln 50000 as a literal: a default enters trial ids, and Math.log may differ in its last bit between machines. */
    static final double LAST_POINT = 10.819778284410283;

    /** The effective degrees of freedom of the plasma, for energy and entropy alike. */
    static final double PLASMA_FREEDOMS = 100;

    /** The degrees of freedom of a scalar particle. */
    private static final double PARTICLE_FREEDOMS = 1;

    /** ln Yeq = this + 3/2 z - e^z: a particle that is slow, as it is taken to be from x = 1 on. */
    private static final double EQUILIBRIUM =
            Math.log(45 / Math.sqrt(32 * Math.pow(Math.PI, 7)) * PARTICLE_FREEDOMS / PLASMA_FREEDOMS);

    private WimpEquation() {}

    /** A declaration with what every form of the problem has. */
    static DeclarationBuilder declaration(String name, String conditions) {
        return ProblemDeclaration.of(
                        name,
                        "dW/dz = G (e^(2 Weq - W) - e^W), G = exp(C - gamma max(z_t - z, 0) - z), w = W/26.1586, "
                                + conditions,
                        "arXiv 2602.21988, eq. 40")
                .parameter(
                        EXPONENT,
                        0,
                        new Law.Anything(),
                        "1",
                        "The exponent gamma of the Hubble rate (x_t/x)^gamma H before the transition: 0 is the standard"
                                + " cosmology, -2/3 Gauss-Bonnet, 2 Randall-Sundrum.")
                .parameter(
                        TRANSITION,
                        500,
                        new Law.GreaterThan(0),
                        "1",
                        "Where the Hubble rate becomes the standard one, as x_t = m/T.")
                .interval(POINTS, "linear", 0, LAST_POINT, 1000, "ln x")
                .startOf("start", POINTS)
                .equation(EQUATION, POINTS, 1, "the equation holds", WimpEquation::equation)
                // The truth at the first point, which is that of equilibrium only where the points start at z = 0.
                .condition(INITIAL, "start", 1, "the yield starts from equilibrium at z = 0", Formula.truthOf(FIELD))
                .fields(FIELD);
    }

    /** The residual of W, with the magnitude of its Jacobian in W. */
    static Residual equation(Samples samples) {
        Dual z = samples.x();
        Dual w = samples.y().value().times(FROZEN);
        Dual slope = samples.y().derivative().times(FROZEN);
        Dual rate = logRate(samples);
        // One exponential each: a factor alone may leave single precision where the product does not.
        Dual production = logEquilibrium(z).times(2).plus(rate).minus(w).exp();
        Dual annihilation = rate.plus(w).exp();
        return new Residual(slope.minus(production).plus(annihilation), production.plus(annihilation));
    }

    /** ln G, {@code [trials, points, 1]}. */
    private static Dual logRate(Samples samples) {
        Dual untilTransition = samples.parameter(TRANSITION).log().minus(samples.x());
        Dual delay = samples.parameter(EXPONENT).times(untilTransition.positivePart());
        return samples.parameter(STRENGTH).minus(delay).minus(samples.x());
    }

    private static Dual logEquilibrium(Dual z) {
        return z.times(1.5).minus(z.exp()).plus(EQUILIBRIUM);
    }

    static double logEquilibrium(double z) {
        return EQUILIBRIUM + 1.5 * z - Math.exp(z);
    }
}
