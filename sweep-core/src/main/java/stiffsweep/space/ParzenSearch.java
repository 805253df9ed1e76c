package stiffsweep.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A search for the point of the smallest score: the tree-structured Parzen estimator. It models where the good points lie and
 * where the others, and goes where the ratio of the two densities is largest.
 *
 * <p>The next points are a function of the seed and the scores so far. Within a batch each point counts as a bad one for those
 * after it, so that a batch spreads without waiting for scores.
 *
 * <p><em>Algorithms for hyper-parameter optimization</em> / J. Bergstra, R. Bardenet, Y. Bengio and B. Kegl / NIPS 24, 2011,
 * section 4.
 *
 * @param axes the axes, each searched by itself; of a listed axis the values have no order
 * @param count the number of points
 * @param tuning how the search goes about it
 */
public record ParzenSearch(List<Axis> axes, int count, long seed, Tuning tuning) {

    /** The most points: each is found by looking at all before it. */
    public static final int MOST_POINTS = 1000;

    /** The middle of an axis. */
    private static final double MIDDLE = 0.5;

    public ParzenSearch {
        axes = List.copyOf(axes);
        if (count < 1 || count > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "count must be 1 or more and at most " + MOST_POINTS + ", but got " + count);
        }
    }

    /**
     * How a search goes about it.
     *
     * @param start the number of points that are spread evenly before anything is known
     * @param batch the number of points that are asked for together from then on
     * @param candidates the values drawn for an axis, of which the most promising is taken
     * @param quantile the share of the points that counts as good, between 0 and 1
     */
    public record Tuning(int start, int batch, int candidates, double quantile) implements Serializable {
        public Tuning {
            if (start < 1 || batch < 1 || candidates < 1 || !(quantile > 0 && quantile < 1)) {
                throw new IllegalArgumentException(
                        "start, batch and candidates must be 1 or more and the quantile between" + " 0 and 1, but got "
                                + start + ", " + batch + ", " + candidates + " and " + quantile);
            }
        }

        /** The tuning as a reader of a sweep file knows it. */
        public String text() {
            return "{ start = " + start + ", batch = " + batch + ", candidates = " + candidates + ", quantile = "
                    + quantile + " }";
        }
    }

    /** The points that are asked for before anything is known, evenly spread. */
    public Design start() {
        return new Design.Drawn(Sequence.SOBOL, axes, Math.min(tuning.start, count), seed);
    }

    /**
     * The points to be scored next; none where all are scored. A larger count has the same first ones.
     *
     * @param scored every point that was asked for so far, without the values of axes that do not apply to it; in any order
     */
    public List<Point> next(List<Scored> scored) {
        return scored.isEmpty() ? start().points() : batch(scored);
    }

    private List<Point> batch(List<Scored> scored) {
        List<Scored> ranked = scored.stream().sorted(Scored.BEST_FIRST).toList();
        int best = (int) Math.ceil(tuning.quantile * ranked.size());
        List<Point> good = new ArrayList<>();
        List<Point> bad = new ArrayList<>();
        for (Scored point : ranked) {
            (good.size() < best && point.score() < Double.POSITIVE_INFINITY ? good : bad).add(point.point());
        }
        List<Point> batch = new ArrayList<>();
        int end = scored.size() + Math.min(tuning.batch, count - scored.size());
        for (int index = scored.size(); index < end; index++) {
            Point point = promising(good, bad, RandomBits.at(seed, index));
            batch.add(point);
            bad.add(point);
        }
        return batch;
    }

    private Point promising(List<Point> good, List<Point> bad, long pointSeed) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (Axis axis : axes) {
            long axisSeed = RandomBits.seed(pointSeed, axis.path());
            values.put(axis.path(), axis.at(promising(Density.of(axis, good), Density.of(axis, bad), axisSeed)));
        }
        return new Point(values);
    }

    private double promising(Density good, Density bad, long axisSeed) {
        double best = 0;
        double bestRatio = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < tuning.candidates; i++) {
            double candidate = good.draw(RandomBits.at(axisSeed, i));
            double ratio = good.at(candidate) / bad.at(candidate);
            if (ratio > bestRatio) {
                best = candidate;
                bestRatio = ratio;
            }
        }
        return best;
    }

    /** Points at the edge of what the search may ask for: each value of a listed axis and both ends of every other. */
    public List<Point> edges() {
        List<Point> edges = new ArrayList<>();
        for (Axis edged : axes) {
            for (Object value : edged instanceof ListedAxis listed
                    ? listed.values()
                    : List.of(edged.at(0), edged.at(Math.nextDown(1.0)))) {
                SortedMap<String, Object> values = new TreeMap<>();
                axes.forEach(axis -> values.put(axis.path(), axis.at(MIDDLE)));
                values.put(edged.path(), value);
                edges.add(new Point(values));
            }
        }
        return edges;
    }
}
