package stiffsweep.jet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A field with its derivatives along the inputs, so that a formula written on jets is differentiated with it.
 *
 * <p>Two jets in one operation carry the same derivatives. No mixed derivatives are carried: a second derivative along an
 * input depends on that input alone. Who asks for a derivative that is not carried, or for the only one of several, gets an
 * {@link IllegalStateException}.
 *
 * @param directions the inputs along which derivatives are carried
 * @param value the field, {@code [trials, points, nodes]}; nodes is 1 where it does not depend on an input that is
 *     integrated over
 * @param derivatives its first derivative along each of the directions, of the same shape each
 * @param secondDerivatives its second derivative along the first of the directions, those that carry it
 */
public record Jet(Directions directions, Dual value, List<Dual> derivatives, List<Dual> secondDerivatives) {

    public Jet {
        derivatives = List.copyOf(derivatives);
        secondDerivatives = List.copyOf(secondDerivatives);
    }

    /** A jet from its streams: the value, the first derivatives by direction, the second derivatives by direction. */
    public static Jet of(Directions directions, List<Dual> streams) {
        int firsts = 1 + directions.firsts();
        return new Jet(directions, streams.get(0), streams.subList(1, firsts), streams.subList(firsts, streams.size()));
    }

    /**
     * An input itself as a field: its derivative along itself is 1, all others are 0.
     *
     * @param name the input
     * @param points the points, {@code [trials, points, nodes]}
     */
    public static Jet input(String name, Dual points, Directions directions) {
        List<Dual> streams = zeros(points, directions);
        int own = 1 + directions.inputs().indexOf(name);
        if (own > 0) {
            streams.set(own, Dual.constant(points.value().onesLike()));
        }
        return of(directions, streams);
    }

    /** A field without slopes. */
    public static Jet still(Dual value, Directions directions) {
        return of(directions, zeros(value, directions));
    }

    private static List<Dual> zeros(Dual value, Directions directions) {
        List<Dual> streams = new ArrayList<>(List.of(value));
        if (directions.firsts() > 0) {
            Dual zero = Dual.constant(value.value().zerosLike());
            streams.addAll(Collections.nCopies(directions.firsts() + directions.seconds(), zero));
        }
        return streams;
    }

    /** The derivative of a field of one input. */
    public Dual derivative() {
        return along(directions.only());
    }

    /** The second derivative of a field of one input. */
    public Dual secondDerivative() {
        return secondAlong(directions.only());
    }

    /** The first derivative along an input. */
    public Dual along(String input) {
        return derivatives.get(directions.first(input));
    }

    /** The second derivative along an input. */
    public Dual secondAlong(String input) {
        return secondDerivatives.get(directions.second(input));
    }

    /** The same field with derivatives along more inputs, on which it does not depend. */
    public Jet withDirections(Directions more) {
        if (more.equals(directions)) {
            return this;
        }
        List<Dual> streams = zeros(value, more);
        for (int i = 0; i < directions.firsts(); i++) {
            streams.set(1 + more.first(directions.inputs().get(i)), derivatives.get(i));
        }
        for (int i = 0; i < directions.seconds(); i++) {
            streams.set(1 + more.firsts() + more.second(directions.inputs().get(i)), secondDerivatives.get(i));
        }
        return of(more, streams);
    }

    /** The same derivatives with another value. */
    public Jet withValue(Dual other) {
        return new Jet(directions, other, derivatives, secondDerivatives);
    }

    public Jet plus(Jet other) {
        return linear(other, Dual::plus);
    }

    public Jet plus(double number) {
        return withValue(value.plus(number));
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
        return new Jet(directions, value.times(other.value), firsts, seconds);
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
        return new Jet(directions, quotient, firsts, seconds);
    }

    /** The field with the nodes of the input that is integrated over in the opposite order. */
    public Jet reflected() {
        return linear(Dual::reflected);
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
            return new Jet(directions, image, List.of(), List.of());
        }
        Dual first = slope.get();
        List<Dual> firsts = each(derivatives, first::times);
        if (secondDerivatives.isEmpty()) {
            return new Jet(directions, image, firsts, List.of());
        }
        Dual second = bend.get();
        List<Dual> seconds = along(
                secondDerivatives,
                direction -> first.times(secondDerivatives.get(direction))
                        .plus(second.times(derivatives.get(direction).square())));
        return new Jet(directions, image, firsts, seconds);
    }

    /** A linear map applied to the value and to every derivative. */
    private Jet linear(UnaryOperator<Dual> map) {
        return new Jet(directions, map.apply(value), each(derivatives, map), each(secondDerivatives, map));
    }

    /** A linear map of two fields applied to the values and to every derivative. */
    private Jet linear(Jet other, BinaryOperator<Dual> map) {
        checkCarriesTheSame(other);
        return new Jet(
                directions,
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
        if (!directions.equals(other.directions)) {
            throw new IllegalArgumentException("two jets in one operation must carry the same derivatives, but got "
                    + directions.carried() + " and " + other.directions.carried() + ", along "
                    + directions.inputs() + " and " + other.directions.inputs());
        }
    }
}
