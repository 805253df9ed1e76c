package stiffsweep.jet;

import java.util.function.Supplier;

/**
 * A function of one variable at one place, with its first two derivatives there.
 *
 * @param image {@code g(u)}
 * @param slope {@code g'(u)}, asked for where first derivatives are carried
 * @param bend {@code g''(u)}, asked for where second derivatives are carried
 */
record Elementary(Dual image, Supplier<Dual> slope, Supplier<Dual> bend) {

    static Elementary reciprocal(Dual u) {
        Dual g = u.reciprocal();
        return new Elementary(
                g, () -> g.square().negate(), () -> g.square().times(g).times(2));
    }

    static Elementary sqrt(Dual u) {
        Dual g = u.sqrt();
        return new Elementary(
                g,
                () -> g.reciprocal().times(0.5),
                () -> g.times(u).reciprocal().times(-0.25));
    }

    static Elementary power(Dual u, double exponent) {
        double curvature = exponent * (exponent - 1);
        return new Elementary(
                u.power(exponent),
                () -> u.power(exponent - 1).times(exponent),
                () -> u.power(exponent - 2).times(curvature));
    }

    static Elementary exp(Dual u) {
        Dual g = u.exp();
        return new Elementary(g, () -> g, () -> g);
    }

    static Elementary log(Dual u) {
        return new Elementary(u.log(), () -> u.power(-1), () -> u.power(-2).negate());
    }

    static Elementary negativeSigmoid(Dual u) {
        Dual g = u.sigmoid().negate();
        // g' = g (1 + g), g'' = g' (1 + 2 g)
        Dual slope = g.plus(1).times(g);
        return new Elementary(g, () -> slope, () -> g.times(2).plus(1).times(slope));
    }

    static Elementary softplus(Dual u) {
        Dual slope = u.sigmoid();
        return new Elementary(
                u.softplus(), () -> slope, () -> slope.subtractedFrom(1).times(slope));
    }

    static Elementary sin(Dual u) {
        Dual g = u.sin();
        return new Elementary(g, u::cos, g::negate);
    }

    static Elementary cos(Dual u) {
        Dual g = u.cos();
        return new Elementary(g, () -> u.sin().negate(), g::negate);
    }

    static Elementary tan(Dual u) {
        Dual g = u.tan();
        // g' = 1 + g^2, g'' = 2 g g'
        Dual slope = g.square().plus(1);
        return new Elementary(g, () -> slope, () -> g.times(slope).times(2));
    }

    static Elementary atan(Dual u) {
        // g' = 1 / (1 + u^2), g'' = -2 u g'^2
        Dual slope = u.square().plus(1).reciprocal();
        return new Elementary(
                u.atan(), () -> slope, () -> slope.square().times(u).times(-2));
    }

    static Elementary sinh(Dual u) {
        Dual g = u.sinh();
        return new Elementary(g, u::cosh, () -> g);
    }

    static Elementary cosh(Dual u) {
        Dual g = u.cosh();
        return new Elementary(g, u::sinh, () -> g);
    }

    static Elementary tanh(Dual u) {
        Dual g = u.tanh();
        // g' = 1 - g^2, g'' = -2 g g'
        Dual slope = g.square().subtractedFrom(1);
        return new Elementary(g, () -> slope, () -> g.times(slope).times(-2));
    }

    static Elementary erf(Dual u) {
        // g'' = -2 u g'
        Dual slope = u.square().negate().exp().times(2 / Math.sqrt(Math.PI));
        return new Elementary(u.erf(), () -> slope, () -> u.times(slope).times(-2));
    }
}
