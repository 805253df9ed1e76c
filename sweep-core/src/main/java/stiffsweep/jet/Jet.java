package stiffsweep.jet;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A field with its derivatives along the inputs, so that a formula written on jets is differentiated with it.
 *
 * <p>Two jets in one operation carry the same derivatives. No mixed derivatives are carried: a second derivative along a
 * direction depends on that direction alone.
 *
 * @param value the field, {@code [trials, points, 1]}
 * @param derivatives its first derivative along each input direction, each {@code [trials, points, 1]}; empty where they
 *     are not carried
 * @param secondDerivatives its second derivative along each input direction; empty where they are not carried
 */
public record Jet(Dual value, List<Dual> derivatives, List<Dual> secondDerivatives) {

    public Jet {
        derivatives = List.copyOf(derivatives);
        secondDerivatives = List.copyOf(secondDerivatives);
    }

    /** A jet from its streams: the value, the first derivatives by direction, the second derivatives by direction. */
    public static Jet of(List<Dual> streams, int directions) {
        int firsts = Math.min(1 + directions, streams.size());
        return new Jet(streams.get(0), streams.subList(1, firsts), streams.subList(firsts, streams.size()));
    }

    /**
     * The coordinate itself as a field of one variable: its derivative is 1, its second derivative 0.
     *
     * @param x the points, {@code [trials, points, 1]}
     * @param order the highest derivative that is carried, 0 to 2
     */
    public static Jet coordinate(Dual x, int order) {
        Dual one = Dual.constant(x.value().onesLike());
        Dual zero = Dual.constant(x.value().zerosLike());
        return Jet.of(List.of(x, one, zero).subList(0, 1 + order), 1);
    }

    /**
     * The derivative of a field of one variable.
     *
     * @throws IllegalStateException if it is not carried
     */
    public Dual derivative() {
        return carried(1, derivatives);
    }

    /**
     * The second derivative of a field of one variable.
     *
     * @throws IllegalStateException if it is not carried
     */
    public Dual secondDerivative() {
        return carried(2, secondDerivatives);
    }

    private Dual carried(int order, List<Dual> streams) {
        if (streams.isEmpty()) {
            int highest = derivatives.isEmpty() ? 0 : secondDerivatives.isEmpty() ? 1 : 2;
            throw new IllegalStateException(
                    "a residual may use derivatives up to the problem's derivativeOrder(), which is " + highest
                            + " here, but uses derivative " + order + ": let derivativeOrder() return " + order);
        }
        return streams.get(0);
    }

    public Jet plus(Jet other) {
        return linear(other, Dual::plus);
    }

    public Jet plus(double number) {
        return new Jet(value.plus(number), derivatives, secondDerivatives);
    }

    public Jet minus(Jet other) {
        return linear(other, Dual::minus);
    }

    public Jet minus(double number) {
        return plus(-number);
    }

    /** A number minus the field: {@code number - u}. */
    public Jet subtractedFrom(double number) {
        return negate().plus(number);
    }

    /**
     * The field plus a number that does not depend on the inputs, such as a parameter: its derivatives along them are zero.
     *
     * @param number {@code [trials, 1, 1]}
     */
    public Jet plusConstant(Dual number) {
        return withValue(value.plus(number));
    }

    public Jet times(double number) {
        return linear(stream -> stream.times(number));
    }

    /**
     * The field times a number that does not depend on the inputs, such as a parameter: its derivatives along them are zero.
     *
     * @param factor {@code [trials, 1, 1]}
     */
    public Jet timesConstant(Dual factor) {
        return linear(stream -> stream.times(factor));
    }

    public Jet negate() {
        return linear(Dual::negate);
    }

    public Jet times(Jet other) {
        checkCarriesTheSame(other);
        // (u v)' = u' v + u v', (u v)'' = u'' v + 2 u' v' + u v''
        List<Dual> firsts = along(
                derivatives, direction -> crossed(derivatives.get(direction), other, other.derivatives.get(direction)));
        List<Dual> seconds = along(secondDerivatives, direction -> {
            Dual mixed = derivatives
                    .get(direction)
                    .times(other.derivatives.get(direction))
                    .times(2);
            return crossed(secondDerivatives.get(direction), other, other.secondDerivatives.get(direction))
                    .plus(mixed);
        });
        return new Jet(value.times(other.value), firsts, seconds);
    }

    private Dual crossed(Dual mine, Jet other, Dual theirs) {
        return mine.times(other.value).plus(value.times(theirs));
    }

    /** The quotient. */
    public Jet over(Jet other) {
        checkCarriesTheSame(other);
        Dual quotient = value.over(other.value);
        // From u = q v: u' = q' v + q v', u'' = q'' v + 2 q' v' + q v''
        List<Dual> firsts = along(
                derivatives,
                direction -> derivatives
                        .get(direction)
                        .minus(quotient.times(other.derivatives.get(direction)))
                        .over(other.value));
        List<Dual> seconds = along(
                secondDerivatives,
                direction -> secondDerivatives
                        .get(direction)
                        .minus(firsts.get(direction)
                                .times(other.derivatives.get(direction))
                                .times(2))
                        .minus(quotient.times(other.secondDerivatives.get(direction)))
                        .over(other.value));
        return new Jet(quotient, firsts, seconds);
    }

    /** {@code 1 / u}. */
    public Jet reciprocal() {
        return mapped(Elementary.reciprocal(value));
    }

    public Jet square() {
        return times(this);
    }

    /** The square root of a positive field. */
    public Jet sqrt() {
        return mapped(Elementary.sqrt(value));
    }

    /** A power of a positive field; of any field where the exponent is a whole number from 3 on. */
    public Jet power(double exponent) {
        return mapped(Elementary.power(value, exponent));
    }

    public Jet exp() {
        return mapped(Elementary.exp(value));
    }

    /** The natural logarithm of a positive field. */
    public Jet log() {
        return mapped(Elementary.log(value));
    }

    /** The logistic function {@code 1 / (1 + exp(-u))}: it and its derivatives are finite wherever {@code u} is. */
    public Jet sigmoid() {
        return negativeSigmoid().negate();
    }

    /** {@code -1 / (1 + exp(-u))}, from -1 to 0: it and its derivatives are finite wherever {@code u} is. */
    public Jet negativeSigmoid() {
        return mapped(Elementary.negativeSigmoid(value));
    }

    /** {@code log(1 + exp(u))}: it and its derivatives are finite wherever {@code u} is. */
    public Jet softplus() {
        return mapped(Elementary.softplus(value));
    }

    public Jet sin() {
        return mapped(Elementary.sin(value));
    }

    public Jet cos() {
        return mapped(Elementary.cos(value));
    }

    public Jet tan() {
        return mapped(Elementary.tan(value));
    }

    /** The inverse tangent, between -pi/2 and pi/2. */
    public Jet atan() {
        return mapped(Elementary.atan(value));
    }

    public Jet sinh() {
        return mapped(Elementary.sinh(value));
    }

    public Jet cosh() {
        return mapped(Elementary.cosh(value));
    }

    /** The hyperbolic tangent: it and its derivatives are finite wherever {@code u} is. */
    public Jet tanh() {
        return mapped(Elementary.tanh(value));
    }

    /** The error function {@code 2 / sqrt(pi)} times the integral of {@code exp(-s^2)} from 0 to u. */
    public Jet erf() {
        return mapped(Elementary.erf(value));
    }

    /** The absolute value; its derivatives are zero where the field is zero. */
    public Jet abs() {
        return timesConstant(value.sign());
    }

    /** The larger of the field and zero; its derivatives are zero where the field is zero. */
    public Jet positivePart() {
        return max(0);
    }

    /** The larger of the two; where they are equal, with the derivatives of the other. */
    public Jet max(Jet other) {
        return where(other.value.minus(value), other, this);
    }

    /** The larger of the field and a number; where they are equal, the derivatives are zero. */
    public Jet max(double number) {
        Dual above = value.minus(number).positivePart().sign();
        return timesConstant(above).withValue(value.max(number));
    }

    /** The smaller of the two; where they are equal, with the derivatives of the other. */
    public Jet min(Jet other) {
        return where(value.minus(other.value), other, this);
    }

    /** The smaller of the field and a number; where they are equal, the derivatives are zero. */
    public Jet min(double number) {
        Dual below = value.subtractedFrom(number).positivePart().sign();
        return timesConstant(below).withValue(value.min(number));
    }

    /**
     * One of two fields, point by point, as {@link Dual#where} says it: {@code where(x.value().minus(1), a, b)} is a from x = 1
     * on and b below, each with its derivatives; the jump between them has none.
     *
     * @param condition its sign chooses, {@code [trials, points, 1]}
     * @param notNegative the field where the condition is zero or positive
     * @param negative the field where the condition is negative
     */
    public static Jet where(Dual condition, Jet notNegative, Jet negative) {
        return notNegative.linear(negative, (left, right) -> Dual.where(condition, left, right));
    }

    private Jet mapped(Elementary function) {
        return mapped(function.image(), function.slope(), function.bend());
    }

    /**
     * A function of one variable applied to the field: {@code g(u)' = g' u'}, {@code g(u)'' = g' u'' + g'' u'^2}.
     *
     * @param image {@code g(u)}
     * @param slope {@code g'(u)}, asked for where first derivatives are carried
     * @param bend {@code g''(u)}, asked for where second derivatives are carried
     */
    private Jet mapped(Dual image, Supplier<Dual> slope, Supplier<Dual> bend) {
        if (derivatives.isEmpty()) {
            return new Jet(image, List.of(), List.of());
        }
        Dual first = slope.get();
        List<Dual> firsts = each(derivatives, first::times);
        if (secondDerivatives.isEmpty()) {
            return new Jet(image, firsts, List.of());
        }
        Dual second = bend.get();
        List<Dual> seconds = along(
                secondDerivatives,
                direction -> first.times(secondDerivatives.get(direction))
                        .plus(second.times(derivatives.get(direction).square())));
        return new Jet(image, firsts, seconds);
    }

    /** The same derivatives with another value. */
    private Jet withValue(Dual other) {
        return new Jet(other, derivatives, secondDerivatives);
    }

    /** A linear map applied to the value and to every derivative. */
    private Jet linear(UnaryOperator<Dual> map) {
        return new Jet(map.apply(value), each(derivatives, map), each(secondDerivatives, map));
    }

    /** A linear map of two fields applied to the values and to every derivative. */
    private Jet linear(Jet other, BinaryOperator<Dual> map) {
        checkCarriesTheSame(other);
        return new Jet(
                map.apply(value, other.value),
                along(
                        derivatives,
                        direction -> map.apply(derivatives.get(direction), other.derivatives.get(direction))),
                along(
                        secondDerivatives,
                        direction ->
                                map.apply(secondDerivatives.get(direction), other.secondDerivatives.get(direction))));
    }

    private static List<Dual> each(List<Dual> streams, UnaryOperator<Dual> rule) {
        return streams.stream().map(rule).toList();
    }

    private static List<Dual> along(List<Dual> streams, IntFunction<Dual> rule) {
        return IntStream.range(0, streams.size()).mapToObj(rule).toList();
    }

    private void checkCarriesTheSame(Jet other) {
        if (derivatives.size() != other.derivatives.size()
                || secondDerivatives.size() != other.secondDerivatives.size()) {
            throw new IllegalArgumentException("two jets in one operation must carry the same derivatives, but got "
                    + carried() + " and " + other.carried());
        }
    }

    private String carried() {
        return derivatives.size() + " first with " + secondDerivatives.size() + " second";
    }
}
