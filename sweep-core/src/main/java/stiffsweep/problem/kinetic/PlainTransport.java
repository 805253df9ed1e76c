package stiffsweep.problem.kinetic;

import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.problem.kinetic.Transport.Formulated;

/**
 * Linear transport as it stands, with one positive function {@code f = exp(-u)}. As the Knudsen number vanishes the residual
 * asks for f = rho alone, and the diffusion of rho is lost. By how much depends on whether the equation was multiplied or
 * divided by the Knudsen number.
 */
final class PlainTransport {

    private static final String F = "distribution";

    private PlainTransport() {}

    static DeclarationBuilder addTo(DeclarationBuilder builder, Formulated formulated) {
        of(builder.formulation("pinn"), formulated)
                .equation("transport", "interior", 1, "the equation times eps holds", PlainTransport::multiplied);
        formulated.conditions().addTo(builder, PlainTransport::distribution);
        of(builder.formulation("pinn-divided"), formulated)
                .equation("transport", "interior", 1, "the equation holds", PlainTransport::divided);
        return formulated.conditions().addTo(builder, PlainTransport::distribution);
    }

    private static DeclarationBuilder of(DeclarationBuilder builder, Formulated formulated) {
        return formulated
                .ofVelocity(builder, F)
                .field(Transport.DENSITY, at -> at.average(at.field(F)))
                .coefficient(F, at -> at.function(F).negate().exp());
    }

    private static Dual distribution(Samples at) {
        return at.field(F).value();
    }

    /** {@code eps^2 f_t + eps v f_x - s (rho - f)}. */
    private static Residual multiplied(Samples at) {
        Dual knudsen = at.parameter(Transport.KNUDSEN);
        return Residual.withoutJacobian(knudsen.times(flight(at)).minus(collisions(at)));
    }

    /** {@code eps f_t + v f_x - s (rho - f) / eps}. */
    private static Residual divided(Samples at) {
        Dual knudsen = at.parameter(Transport.KNUDSEN);
        return Residual.withoutJacobian(flight(at).minus(collisions(at).over(knudsen)));
    }

    private static Dual flight(Samples at) {
        Jet f = at.field(F);
        return at.parameter(Transport.KNUDSEN)
                .times(f.along("t"))
                .plus(at.input("v").times(f.along("x")));
    }

    private static Dual collisions(Samples at) {
        Dual excess = at.field(Transport.DENSITY).value().minus(at.field(F).value());
        return Transport.scattering(at).times(excess);
    }
}
