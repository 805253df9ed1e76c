package stiffsweep.problem.kinetic;

import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.problem.kinetic.Transport.Formulated;

/**
 * Linear transport by the density and what f has beyond it, {@code f = rho + eps g} with {@code <g> = 0} (S. Jin, Z. Ma, K. Wu,
 * Asymptotic-preserving neural networks for multiscale time-dependent linear transport equations, arXiv 2111.02541). As the
 * Knudsen number vanishes the residuals are those of diffusion.
 */
final class MicroMacro {

    private static final String G = "deviation";

    private MicroMacro() {}

    static DeclarationBuilder addTo(DeclarationBuilder builder, Formulated formulated) {
        of(builder.formulation("micro-macro"), formulated)
                .coefficient(G, at -> at.function(G).minus(at.average(at.function(G))));
        terms(builder, formulated);
        of(builder.formulation("micro-macro-soft"), formulated).coefficients(G);
        return terms(builder, formulated)
                .equation(
                        "conservation",
                        "interior",
                        1,
                        "the mean of g is zero",
                        at -> Residual.withoutJacobian(at.average(at.field(G).value())));
    }

    private static DeclarationBuilder of(DeclarationBuilder builder, Formulated formulated) {
        formulated.ofPlace(builder, Transport.DENSITY);
        return formulated
                .ofVelocity(builder, G)
                .field(
                        Transport.DENSITY,
                        at -> at.function(Transport.DENSITY).negate().exp());
    }

    private static DeclarationBuilder terms(DeclarationBuilder builder, Formulated formulated) {
        builder.equation("macro", "interior", 1, "particles are kept", at -> Transport.kept(G, at))
                .equation("micro", "interior", 1, "f = rho + eps g flies and collides", MicroMacro::micro);
        return formulated.conditions().addTo(builder, MicroMacro::distribution);
    }

    private static Dual distribution(Samples at) {
        Dual deviation = at.parameter(Transport.KNUDSEN).times(at.field(G).value());
        return at.field(Transport.DENSITY).value().plus(deviation);
    }

    /** {@code eps^2 g_t + eps (v g_x - <v g_x>) + v rho_x + s g}. */
    private static Residual micro(Samples at) {
        Jet g = at.field(G);
        Dual knudsen = at.parameter(Transport.KNUDSEN);
        Dual carried = at.input("v").times(g.along("x"));
        Dual flight = knudsen.times(g.along("t")).plus(carried).minus(at.average(carried));
        Dual driven = at.input("v").times(at.field(Transport.DENSITY).along("x"));
        Dual collisions = Transport.scattering(at).times(g.value());
        return Residual.withoutJacobian(knudsen.times(flight).plus(driven).plus(collisions));
    }
}
