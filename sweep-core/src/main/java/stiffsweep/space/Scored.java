package stiffsweep.space;

import java.util.Comparator;

/**
 * A point and what came of it.
 *
 * @param point the values of the axes that apply there
 * @param score the smaller the better; infinite where nothing usable came of the point
 */
public record Scored(Point point, double score) {

    /** From the best to the worst. Equal scores have an order too, so that no list of points has two. */
    static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
            .thenComparing(scored -> scored.point().values().toString());

    public Scored {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("a score must be a number or infinite, but got NaN at " + point);
        }
    }
}
