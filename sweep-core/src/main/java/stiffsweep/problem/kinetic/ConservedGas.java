package stiffsweep.problem.kinetic;

import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.formula.Functions;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.reference.kinetic.Fluid;

/**
 * The Boltzmann-BGK equation with a density, a velocity and a temperature of their own beside f: they change by the flows of f,
 * and that they are its moments are terms of the loss (S. Jin, Z. Ma, K. Wu, Asymptotic-preserving neural networks for
 * multiscale kinetic equations, arXiv 2306.15381). The states at both ends are met by the way they are made.
 */
final class ConservedGas {

    private static final String VELOCITY = "velocity";
    private static final String TEMPERATURE = "temperature";

    private static final Fluid LEFT = GasProfile.LEFT;
    private static final Fluid RIGHT = GasProfile.RIGHT;

    private ConservedGas() {}

    static DeclarationBuilder addTo(DeclarationBuilder builder) {
        builder.formulation("conservation")
                .network(Moments.F, "t", "x", "v")
                .network(Moments.DENSITY, "t", "x")
                .network(VELOCITY, "t", "x")
                .network(TEMPERATURE, "t", "x")
                .field(Moments.DENSITY, at -> between(Moments.DENSITY, LEFT.density(), RIGHT.density(), at))
                .field(Moments.MOMENTUM, at -> at.field(Moments.DENSITY).times(at.field(VELOCITY)))
                .field(Moments.ENERGY, ConservedGas::energy)
                .coefficient(
                        VELOCITY, at -> fromLeft(at).times(toRight(at)).sqrt().times(at.function(VELOCITY)))
                .coefficient(TEMPERATURE, at -> between(TEMPERATURE, LEFT.temperature(), RIGHT.temperature(), at))
                .coefficient(Moments.F, Moments::positive)
                .coefficient("density-of-f", Moments::density)
                .coefficient("momentum-of-f", Moments::momentum)
                .coefficient("energy-of-f", Moments::energy)
                .equation("kinetic", "interior", 1, "f flies and collides", ConservedGas::kinetic)
                .equation("mass", "interior", 1, "the density changes by its flow", at -> kept(Moments.DENSITY, 1, at))
                .equation(
                        "impulse",
                        "interior",
                        1,
                        "the momentum changes by its flow",
                        at -> kept(Moments.MOMENTUM, 2, at))
                .equation("heat", "interior", 1, "the energy changes by its flow", at -> kept(Moments.ENERGY, 3, at))
                .equation("density", "interior", 10, "the density is that of f", at -> same(Moments.DENSITY, at))
                .equation("momentum", "interior", 10, "the momentum is that of f", at -> same(Moments.MOMENTUM, at))
                .equation("energy", "interior", 10, "the energy is that of f", at -> same(Moments.ENERGY, at));
        return conditions(builder);
    }

    private static DeclarationBuilder conditions(DeclarationBuilder builder) {
        return builder.condition(
                        "initial",
                        "initial",
                        10,
                        "f is the Maxwellian at t = 0",
                        at -> Residual.of(at.field(Moments.F).value().minus(Moments.initial(at))))
                .condition(
                        "initial-density",
                        "initial",
                        10,
                        "the density has its values at t = 0",
                        at -> Residual.of(at.field(Moments.DENSITY).value().minus(GasProfile.density(at))))
                .condition(
                        "initial-velocity",
                        "initial",
                        1,
                        "the gas is at rest at t = 0",
                        at -> Residual.of(at.field(VELOCITY).value()))
                .condition(
                        "initial-temperature",
                        "initial",
                        10,
                        "the temperature has its values at t = 0",
                        at -> Residual.of(at.field(TEMPERATURE).value().minus(GasProfile.temperature(at))));
    }

    private static Jet fromLeft(Functions at) {
        return at.input("x").plus(BoltzmannBgk.HALF_LENGTH);
    }

    private static Jet toRight(Functions at) {
        return at.input("x").subtractedFrom(BoltzmannBgk.HALF_LENGTH);
    }

    /** A positive function with given values at both ends: {@code exp(a b u + b log left + a log right)}. */
    private static Jet between(String function, double left, double right, Functions at) {
        Jet a = fromLeft(at);
        Jet b = toRight(at);
        Jet line = b.times(Math.log(left)).plus(a.times(Math.log(right)));
        return a.times(b).times(at.function(function)).plus(line).exp();
    }

    /** {@code rho (u^2 + T) / 2}. */
    private static Jet energy(Functions at) {
        return at.field(Moments.DENSITY)
                .times(at.field(VELOCITY).square().plus(at.field(TEMPERATURE)))
                .times(0.5);
    }

    private static Residual kinetic(Samples at) {
        Dual maxwellian = Moments.maxwellian(
                at.field(Moments.DENSITY).value(),
                at.field(VELOCITY).value(),
                at.field(TEMPERATURE).value(),
                at);
        return Moments.kinetic(maxwellian, at);
    }

    /** The change of a moment and the slope of its flow, the integral of {@code v^order f}, half of it for the energy. */
    private static Residual kept(String moment, int order, Samples at) {
        Dual power = at.input("v");
        for (int factor = 1; factor < order; factor++) {
            power = power.times(at.input("v"));
        }
        Dual flow = at.integral(power.times(at.field(Moments.F).along("x"))).times(order == 3 ? 0.5 : 1);
        return Residual.withoutJacobian(at.field(moment).along("t").plus(flow));
    }

    private static Residual same(String moment, Samples at) {
        Dual ofDistribution = at.field(moment + "-of-f").value();
        return Residual.withoutJacobian(at.field(moment).value().minus(ofDistribution));
    }
}
