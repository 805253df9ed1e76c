package stiffsweep.problem.kinetic;

import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.formula.Functions;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.problem.kinetic.Transport.Formulated;

/**
 * Linear transport by the even and the odd part of f in v, {@code f = r + eps j}, with a density of its own that particles are
 * kept by (S. Jin, Z. Ma, K. Wu, Asymptotic-preserving neural networks for multiscale kinetic equations, arXiv 2306.15381).
 * Both parts are so by the way they are made; that the density is the mean of r is a term of the loss.
 */
final class EvenOdd {

    private static final String R = "even";
    private static final String J = "odd";

    private EvenOdd() {}

    static DeclarationBuilder addTo(DeclarationBuilder builder, Formulated formulated) {
        formulated.ofPlace(builder.formulation("even-odd"), Transport.DENSITY);
        formulated.ofVelocity(builder, R);
        formulated
                .ofVelocity(builder, J)
                .field(Transport.DENSITY, EvenOdd::positive)
                .hard(
                        Transport.DENSITY,
                        at -> TransportConditions.of(at.word(Transport.DATA)).fromInitial(at))
                .coefficient(
                        R,
                        at -> at.function(R).plus(at.reflected(R)).times(-0.5).exp())
                .coefficient(J, at -> at.function(J).minus(at.reflected(J)))
                .equation("even", "interior", 1, "the even part flies and collides", EvenOdd::even)
                .equation("odd", "interior", 1, "the odd part flies and collides", EvenOdd::odd)
                .equation("macro", "interior", 1, "particles are kept", at -> Transport.kept(J, at))
                .equation("constraint", "interior", 1, "the density is the mean of the even part", EvenOdd::constraint)
                .condition("initial-density", "initial", 1, "the density has its values at t = 0", EvenOdd::initial);
        return formulated.conditions().addTo(builder, EvenOdd::distribution);
    }

    static Jet positive(Functions at) {
        return at.function(Transport.DENSITY).negate().exp();
    }

    private static Dual distribution(Samples at) {
        return at.field(R)
                .value()
                .plus(at.parameter(Transport.KNUDSEN).times(at.field(J).value()));
    }

    /** {@code eps^2 (r_t + v j_x) - s (rho - r)}. */
    private static Residual even(Samples at) {
        Dual flight =
                at.field(R).along("t").plus(at.input("v").times(at.field(J).along("x")));
        Dual excess = at.field(Transport.DENSITY).value().minus(at.field(R).value());
        Dual collisions = Transport.scattering(at).times(excess);
        return Residual.withoutJacobian(
                at.parameter(Transport.KNUDSEN).square().times(flight).minus(collisions));
    }

    /** {@code eps^2 j_t + v r_x + s j}. */
    private static Residual odd(Samples at) {
        Dual change = at.parameter(Transport.KNUDSEN).square().times(at.field(J).along("t"));
        Dual driven = at.input("v").times(at.field(R).along("x"));
        Dual collisions = Transport.scattering(at).times(at.field(J).value());
        return Residual.withoutJacobian(change.plus(driven).plus(collisions));
    }

    /** {@code rho - <r>}. */
    private static Residual constraint(Samples at) {
        Dual mean = at.average(at.field(R).value());
        return Residual.withoutJacobian(at.field(Transport.DENSITY).value().minus(mean));
    }

    private static Residual initial(Samples at) {
        Dual given = TransportConditions.of(at).initialDensity(at);
        return Residual.of(at.field(Transport.DENSITY).value().minus(given));
    }
}
