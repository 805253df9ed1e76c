package stiffsweep.problem.kinetic;

import stiffsweep.formula.Functions;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;

/** What a gas is in the mean, as formulas ask for it. */
final class Moments {

    static final String DENSITY = "density";
    static final String MOMENTUM = "momentum";
    static final String ENERGY = "energy";

    /** f. */
    static final String F = "distribution";

    private Moments() {}

    /** {@code exp(u - v^2 / 2.4)} of a network's function u, or {@code log(1 + exp(u))}. */
    static Jet positive(Functions at) {
        Jet u = at.function(F);
        return switch (at.word(BoltzmannBgk.POSITIVITY)) {
            case BoltzmannBgk.GAUSSIAN ->
                u.minus(at.input("v").square().times(1 / 2.4)).exp();
            default -> u.softplus();
        };
    }

    /** The integral of f. */
    static Jet density(Functions at) {
        return at.integral(at.field(F));
    }

    /** The integral of v f. */
    static Jet momentum(Functions at) {
        return at.integral(at.field(F).times(at.input("v")));
    }

    /** Half of the integral of v^2 f. */
    static Jet energy(Functions at) {
        return at.integral(at.field(F).times(at.input("v").square())).times(0.5);
    }

    /** The Maxwellian of a density, velocity and temperature. */
    static Dual maxwellian(Dual density, Dual velocity, Dual temperature, Samples at) {
        Dual distance = at.input("v").minus(velocity);
        Dual height = density.over(temperature.times(2 * Math.PI).sqrt());
        return height.times(distance.square().over(temperature.times(-2)).exp());
    }

    /** The Maxwellian at t = 0. */
    static Dual initial(Samples at) {
        return maxwellian(GasProfile.density(at), at.input("x").times(0), GasProfile.temperature(at), at);
    }

    /** {@code eps (f_t + v f_x) - (M - f)}. */
    static Residual kinetic(Dual maxwellian, Samples at) {
        Jet f = at.field(F);
        Dual flight = f.along("t").plus(at.input("v").times(f.along("x")));
        Dual collisions = maxwellian.minus(f.value());
        return Residual.withoutJacobian(
                at.parameter(BoltzmannBgk.KNUDSEN).times(flight).minus(collisions));
    }
}
