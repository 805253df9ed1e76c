package stiffsweep.problem.kinetic;

import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.reference.kinetic.Fluid;

/** The Boltzmann-BGK equation as it stands: one function f, whose Maxwellian is that of its own moments. */
final class PlainGas {

    private PlainGas() {}

    static DeclarationBuilder addTo(DeclarationBuilder builder) {
        return builder.formulation("pinn")
                .network(Moments.F, "t", "x", "v")
                .field(Moments.DENSITY, Moments::density)
                .field(Moments.MOMENTUM, Moments::momentum)
                .field(Moments.ENERGY, Moments::energy)
                .coefficient(Moments.F, Moments::positive)
                .equation("kinetic", "interior", 1, "f flies and collides", PlainGas::kinetic)
                .condition("left", "left", 10, "f is the Maxwellian on the left", at -> wall(GasProfile.LEFT, at))
                .condition("right", "right", 10, "f is the Maxwellian on the right", at -> wall(GasProfile.RIGHT, at))
                .condition("initial", "initial", 10, "f is the Maxwellian at t = 0", PlainGas::initial);
    }

    private static Residual kinetic(Samples at) {
        Dual density = at.field(Moments.DENSITY).value();
        Dual velocity = at.field(Moments.MOMENTUM).value().over(density);
        Dual temperature =
                at.field(Moments.ENERGY).value().times(2).over(density).minus(velocity.square());
        return Moments.kinetic(Moments.maxwellian(density, velocity, temperature, at), at);
    }

    private static Residual wall(Fluid gas, Samples at) {
        Dual zero = at.input("x").times(0);
        Dual maxwellian = Moments.maxwellian(zero.plus(gas.density()), zero, zero.plus(gas.temperature()), at);
        return Residual.of(at.field(Moments.F).value().minus(maxwellian));
    }

    private static Residual initial(Samples at) {
        return Residual.of(at.field(Moments.F).value().minus(Moments.initial(at)));
    }
}
