package stiffsweep.jet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.tensor.Operations;
import stiffsweep.tensor.Tensors;

/**
 * A tensor expression that may carry its tangent along one direction of parameter space: the dual number
 * {@code value + epsilon tangent}.
 *
 * <p>Residuals are written once on duals. Training evaluates them without tangents, at no extra cost; exact
 * Hessian-vector products (Pearlmutter, Fast exact multiplication by the Hessian, 1994) evaluate the same formulas with
 * tangents. Shapes follow the engine's broadcasting rules; the first axis is the trial.
 */
public final class Dual {

    private static final int[] LAST = {1};
    private static final int[] NODES = {2};

    private final NDArray value;
    private final @Nullable NDArray tangent;

    private Dual(NDArray value, @Nullable NDArray tangent) {
        this.value = value;
        this.tangent = tangent;
    }

    /** A value that does not depend on the parameters. */
    public static Dual constant(NDArray value) {
        return new Dual(value, null);
    }

    /** A value with its tangent, of the same shape; a null tangent is zero. */
    public static Dual of(NDArray value, @Nullable NDArray tangent) {
        return new Dual(value, tangent);
    }

    /**
     * The value. A formula that is differentiated stays with this class's operations: the engine's own operations with a
     * Java number, such as {@code value().mul(2)}, are not safe there ({@link Tensors#constant}).
     */
    public NDArray value() {
        return value;
    }

    /** The tangent; null stands for zero. */
    public @Nullable NDArray tangent() {
        return tangent;
    }

    /** The tangent as a tensor, zeros where it is null. */
    public NDArray tangentOrZero() {
        return tangent == null ? value.zerosLike() : tangent;
    }

    public Dual plus(Dual other) {
        return like(value.add(other.value), sum(tangent, other.tangent));
    }

    public Dual plus(double number) {
        return new Dual(value.add(scalar(number)), tangent);
    }

    public Dual minus(Dual other) {
        return like(value.sub(other.value), sum(tangent, map(other.tangent, NDArray::neg)));
    }

    public Dual minus(double number) {
        return plus(-number);
    }

    /** A number minus the value: {@code number - u}. */
    public Dual subtractedFrom(double number) {
        return new Dual(Tensors.difference(number, value), map(tangent, NDArray::neg));
    }

    public Dual times(Dual other) {
        NDArray left = map(tangent, dot -> dot.mul(other.value));
        NDArray right = map(other.tangent, value::mul);
        return new Dual(value.mul(other.value), sum(left, right));
    }

    public Dual times(double number) {
        NDArray factor = scalar(number);
        return new Dual(value.mul(factor), map(tangent, dot -> dot.mul(factor)));
    }

    /** The quotient. */
    public Dual over(Dual other) {
        NDArray quotient = value.div(other.value);
        NDArray left = map(tangent, dot -> dot.div(other.value));
        NDArray right =
                map(other.tangent, dot -> dot.mul(quotient).div(other.value).neg());
        return new Dual(quotient, sum(left, right));
    }

    /** {@code 1 / u}. */
    public Dual reciprocal() {
        NDArray reciprocal = value.onesLike().div(value);
        return new Dual(
                reciprocal, map(tangent, dot -> dot.mul(reciprocal.square()).neg()));
    }

    public Dual negate() {
        return new Dual(value.neg(), map(tangent, NDArray::neg));
    }

    public Dual square() {
        return new Dual(value.square(), map(tangent, dot -> dot.mul(value).mul(scalar(2))));
    }

    public Dual sqrt() {
        NDArray root = value.sqrt();
        return new Dual(root, map(tangent, dot -> dot.div(root).mul(scalar(0.5))));
    }

    public Dual exp() {
        NDArray power = value.exp();
        return new Dual(power, map(tangent, dot -> dot.mul(power)));
    }

    /** A power of a positive value; of any value where the exponent is a whole number from 1 on. */
    public Dual power(double exponent) {
        NDArray power = value.pow(scalar(exponent));
        return new Dual(
                power,
                map(tangent, dot -> dot.mul(value.pow(scalar(exponent - 1))).mul(scalar(exponent))));
    }

    /** The logistic function {@code 1 / (1 + exp(-u))}, without overflow. */
    public Dual sigmoid() {
        NDArray sigmoid = Operations.sigmoid(value);
        return new Dual(sigmoid, map(tangent, dot -> dot.mul(sigmoid).mul(Tensors.difference(1, sigmoid))));
    }

    /** {@code log(1 + exp(u))}, without overflow and with full relative precision far below zero. */
    public Dual softplus() {
        return new Dual(Operations.softplus(value), map(tangent, dot -> dot.mul(Operations.sigmoid(value))));
    }

    public Dual log() {
        return new Dual(value.log(), map(tangent, dot -> dot.div(value)));
    }

    public Dual sin() {
        return new Dual(value.sin(), map(tangent, dot -> dot.mul(value.cos())));
    }

    public Dual cos() {
        return new Dual(value.cos(), map(tangent, dot -> dot.mul(value.sin()).neg()));
    }

    public Dual tan() {
        NDArray tan = value.tan();
        return new Dual(tan, map(tangent, dot -> dot.mul(tan.square().add(scalar(1)))));
    }

    /** The inverse tangent, between -pi/2 and pi/2. */
    public Dual atan() {
        return new Dual(value.atan(), map(tangent, dot -> dot.div(value.square().add(scalar(1)))));
    }

    public Dual sinh() {
        return new Dual(value.sinh(), map(tangent, dot -> dot.mul(value.cosh())));
    }

    public Dual cosh() {
        return new Dual(value.cosh(), map(tangent, dot -> dot.mul(value.sinh())));
    }

    /** The hyperbolic tangent, without overflow. */
    public Dual tanh() {
        NDArray tanh = value.tanh();
        return new Dual(tanh, map(tangent, dot -> dot.mul(Tensors.difference(1, tanh.square()))));
    }

    /** The error function {@code 2 / sqrt(pi)} times the integral of {@code exp(-s^2)} from 0 to u. */
    public Dual erf() {
        NDArray factor = scalar(2 / Math.sqrt(Math.PI));
        return new Dual(
                value.erf(),
                map(tangent, dot -> dot.mul(value.square().neg().exp()).mul(factor)));
    }

    /** The absolute value; its slope at zero is zero. */
    public Dual abs() {
        return new Dual(value.abs(), map(tangent, dot -> dot.mul(value.sign())));
    }

    /** -1, 0 or 1; its slope is zero everywhere. */
    public Dual sign() {
        return constant(value.sign());
    }

    /** The larger of the value and zero; its slope at zero is zero. */
    public Dual positivePart() {
        NDArray part = Operations.positivePart(value);
        return new Dual(part, map(tangent, dot -> dot.mul(value.gt(scalar(0)).toType(value.getDataType(), false))));
    }

    /** The larger of the two; where they are equal, the slope is that of the other. */
    public Dual max(Dual other) {
        return where(other.minus(this), other, this);
    }

    /** The larger of the value and a number; where they are equal, the slope is zero. */
    public Dual max(double number) {
        return max(constant(Tensors.scalar(number, value)));
    }

    /** The smaller of the two; where they are equal, the slope is that of the other. */
    public Dual min(Dual other) {
        return where(minus(other), other, this);
    }

    /** The smaller of the value and a number; where they are equal, the slope is zero. */
    public Dual min(double number) {
        return min(constant(Tensors.scalar(number, value)));
    }

    /**
     * One of two values, point by point: {@code where(x.minus(1), a, b)} is a from x = 1 on and b below.
     *
     * <p>It does not move with the condition: where the condition is zero the slope is that of the first. Both are worked out
     * at all points, so both must be finite and have finite slopes also where they are not taken. Where the condition is
     * not a number, neither is the result.
     *
     * @param condition its sign chooses; the three broadcast to one shape
     * @param notNegative the value where the condition is zero or positive
     * @param negative the value where the condition is negative
     */
    public static Dual where(Dual condition, Dual notNegative, Dual negative) {
        NDArray chosen = ChosenBySign.of(condition.value, notNegative.value, negative.value);
        if (notNegative.tangent == null && negative.tangent == null) {
            return constant(chosen);
        }
        return new Dual(
                chosen, ChosenBySign.of(condition.value, notNegative.tangentOrZero(), negative.tangentOrZero()));
    }

    /** The matrix product over the last two axes, trial by trial. */
    public Dual matrixTimes(Dual other) {
        NDArray left = map(tangent, dot -> dot.batchMatMul(other.value));
        NDArray right = map(other.tangent, value::batchMatMul);
        return new Dual(value.batchMatMul(other.value), sum(left, right));
    }

    /**
     * A smooth function applied element by element.
     *
     * @param value the function's value, computed from this value
     * @param derivative the function's derivative there
     */
    public Dual mapped(NDArray value, NDArray derivative) {
        return new Dual(value, map(tangent, derivative::mul));
    }

    /** The mean over all axes but the first: {@code [trials, ..] -> [trials]}. */
    public Dual meanPerTrial() {
        return linear(array -> perTrial(array).mean(LAST));
    }

    /** The sum over all axes but the first: {@code [trials, ..] -> [trials]}. */
    public Dual sumPerTrial() {
        return linear(array -> perTrial(array).sum(LAST));
    }

    /** The sum over the last axis: {@code [trials, points, nodes] -> [trials, points, 1]}. */
    public Dual sumOverNodes() {
        return linear(array -> array.sum(NODES, true));
    }

    /** The nodes in the opposite order. */
    public Dual reflected() {
        return linear(array -> array.flip(NODES));
    }

    /** Cuts along an axis into pieces of the given sizes. */
    public List<Dual> split(int axis, long... sizes) {
        long[] ends = new long[sizes.length - 1];
        long end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += sizes[i];
            ends[i] = end;
        }
        NDList values = ends.length == 0 ? new NDList(value) : value.split(ends, axis);
        NDArray dot = tangent;
        if (dot == null) {
            return values.stream().map(Dual::constant).toList();
        }
        NDList tangents = ends.length == 0 ? new NDList(dot) : dot.split(ends, axis);
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Dual(values.get(i), tangents.get(i)))
                .toList();
    }

    /** The pieces joined along an axis. */
    public static Dual concat(List<Dual> pieces, int axis) {
        NDList values = new NDList(pieces.stream().map(Dual::value).toList());
        NDArray value = values.size() == 1 ? values.get(0) : Operations.concat(values, axis);
        if (pieces.stream().allMatch(piece -> piece.tangent == null)) {
            return constant(value);
        }
        NDList tangents = new NDList(pieces.stream().map(Dual::tangentOrZero).toList());
        return new Dual(value, tangents.size() == 1 ? tangents.get(0) : Operations.concat(tangents, axis));
    }

    /** The same elements in another shape. */
    public Dual reshape(long... shape) {
        return linear(array -> array.reshape(shape));
    }

    private NDArray scalar(double number) {
        return Tensors.constant(number, value);
    }

    private Dual linear(Function<NDArray, NDArray> map) {
        return new Dual(map.apply(value), map(tangent, map));
    }

    /** All of a trial's elements in one row. */
    private static NDArray perTrial(NDArray array) {
        return array.reshape(array.getShape().get(0), -1);
    }

    private static @Nullable NDArray map(@Nullable NDArray tangent, Function<NDArray, NDArray> rule) {
        return tangent == null ? null : rule.apply(tangent);
    }

    /** A value with a tangent that takes its shape: of a broadcast sum, one side alone may have a tangent. */
    private static Dual like(NDArray value, @Nullable NDArray tangent) {
        boolean isNarrow = tangent != null && !tangent.getShape().equals(value.getShape());
        return new Dual(value, isNarrow ? map(tangent, dot -> dot.broadcast(value.getShape())) : tangent);
    }

    /** The sum of two tangents. */
    private static @Nullable NDArray sum(@Nullable NDArray left, @Nullable NDArray right) {
        if (left == null) {
            return right;
        }
        return right == null ? left : left.add(right);
    }
}
