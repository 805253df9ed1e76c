package stiffsweep.method;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.Outcome.StoppedBy;

/**
 * Limited-memory BFGS (Nocedal, Updating quasi-Newton matrices with limited storage, 1980) with a strong Wolfe line
 * search, told one evaluation at a time.
 */
final class Lbfgs implements Serializable {

    private static final long serialVersionUID = 1;

    private final int history;
    private final double smallestGradient;
    private final double smallestStep;
    private final ArrayDeque<Pair> pairs;
    private double[] point;
    private double value = Double.NaN;
    private double[] gradient = new double[0];
    private double[] direction = new double[0];
    private double[] candidate;
    private @Nullable WolfeSearch search;
    private @Nullable StoppedBy stopped;

    /** A step and the change of the gradient over it. */
    private static final class Pair implements Serializable {
        private static final long serialVersionUID = 1;

        private final double[] step;
        private final double[] change;
        private final double curvature;

        Pair(double[] step, double[] change) {
            this.step = step;
            this.change = change;
            curvature = dot(step, change);
        }
    }

    /**
     * A minimisation.
     *
     * @param start where it starts; the first evaluation is asked for there
     * @param history the number of steps that are remembered
     * @param smallestGradient stops when the gradient is shorter
     * @param smallestStep stops when a step is shorter than this times the length of the point
     */
    Lbfgs(double[] start, int history, double smallestGradient, double smallestStep) {
        this.history = history;
        this.smallestGradient = smallestGradient;
        this.smallestStep = smallestStep;
        pairs = new ArrayDeque<>();
        point = start;
        candidate = start;
    }

    private Lbfgs(Lbfgs other) {
        history = other.history;
        smallestGradient = other.smallestGradient;
        smallestStep = other.smallestStep;
        pairs = new ArrayDeque<>(other.pairs);
        point = other.point;
        value = other.value;
        gradient = other.gradient;
        direction = other.direction;
        candidate = other.candidate;
        search = other.search == null ? null : other.search.copy();
        stopped = other.stopped;
    }

    /** The minimisation as it stands. */
    Lbfgs copy() {
        return new Lbfgs(this);
    }

    /** Where the function is to be evaluated next. */
    double[] candidate() {
        return candidate;
    }

    /** The point of the lowest accepted value. */
    double[] point() {
        return point;
    }

    /** Why no lower value is to be found; null while one may be. */
    @Nullable
    StoppedBy stopped() {
        return stopped;
    }

    /**
     * Takes the function's value and gradient at {@link #candidate}.
     *
     * @return whether the candidate is accepted as the new point
     */
    boolean tell(double valueThere, double[] gradientThere) {
        WolfeSearch line = search;
        if (line == null) {
            accept(valueThere, gradientThere);
            return true;
        }
        return switch (line.tell(valueThere, dot(gradientThere, direction))) {
            case FOUND -> {
                remember(gradientThere);
                accept(valueThere, gradientThere);
                yield true;
            }
            case FAILED -> {
                restart();
                yield false;
            }
            case BRACKETING, NARROWING -> {
                candidate = along(line.step());
                yield false;
            }
        };
    }

    private void accept(double valueThere, double[] gradientThere) {
        point = candidate;
        value = valueThere;
        gradient = gradientThere;
        if (!(norm(gradient) >= smallestGradient)) {
            stopped = StoppedBy.GRADIENT;
            return;
        }
        searchAlong(newtonDirection());
    }

    /** After a line search that failed: the steepest descent, and nothing more once that has failed. */
    private void restart() {
        if (pairs.isEmpty()) {
            stopped = StoppedBy.STEP;
            candidate = point;
            return;
        }
        pairs.clear();
        searchAlong(newtonDirection());
    }

    private void searchAlong(double[] towards) {
        direction = towards;
        double first = pairs.isEmpty() ? Math.min(1, 1 / norm(gradient)) : 1;
        WolfeSearch line = new WolfeSearch(value, dot(gradient, direction), first);
        search = line;
        candidate = along(line.step());
    }

    private void remember(double[] gradientThere) {
        double[] step = minus(candidate, point);
        Pair pair = new Pair(step, minus(gradientThere, gradient));
        if (norm(step) <= smallestStep * norm(point)) {
            stopped = StoppedBy.STEP;
        }
        if (pair.curvature > 0) {
            pairs.addLast(pair);
            if (pairs.size() > history) {
                pairs.removeFirst();
            }
        }
    }

    /** Minus the inverse Hessian's estimate times the gradient, by the two-loop recursion. */
    private double[] newtonDirection() {
        double[] result = gradient.clone();
        double[] shares = new double[pairs.size()];
        int place = pairs.size();
        for (Iterator<Pair> newestFirst = pairs.descendingIterator(); newestFirst.hasNext(); ) {
            Pair pair = newestFirst.next();
            shares[--place] = dot(pair.step, result) / pair.curvature;
            add(result, -shares[place], pair.change);
        }
        Pair newest = pairs.peekLast();
        if (newest != null) {
            double scale = newest.curvature / dot(newest.change, newest.change);
            Arrays.setAll(result, i -> scale * result[i]);
        }
        for (Pair pair : pairs) {
            add(result, shares[place++] - dot(pair.change, result) / pair.curvature, pair.step);
        }
        Arrays.setAll(result, i -> -result[i]);
        return result;
    }

    private double[] along(double step) {
        double[] there = point.clone();
        add(there, step, direction);
        return there;
    }

    private static void add(double[] to, double factor, double[] vector) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }

    private static double[] minus(double[] left, double[] right) {
        double[] difference = left.clone();
        add(difference, -1, right);
        return difference;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double dot(double[] left, double[] right) {
        return DampedSystem.dot(left, right);
    }
}
