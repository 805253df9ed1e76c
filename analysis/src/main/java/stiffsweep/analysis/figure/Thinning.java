package stiffsweep.analysis.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Leaves of a line with its band what can be seen: of the points over one unit of the figure the first, the last and the
 * extreme ones, and none that lies on the line between its neighbours.
 *
 * @param width the length of one unit of the figure along the horizontal axis
 * @param height the same along the vertical axis
 */
record Thinning(double width, double height) {

    /** How far from a line a point may lie that is taken to be on it, in units of the figure. */
    private static final double TOLERANCE = 0.1;

    private static final List<ToDoubleFunction<DrawnPoint>> EDGES =
            List.of(DrawnPoint::y, DrawnPoint::lower, DrawnPoint::upper);

    /** The points that are left, from the first to the last; all of them where they go back and forth. */
    List<DrawnPoint> of(List<DrawnPoint> line) {
        for (int i = 1; i < line.size(); i++) {
            if (line.get(i).x() < line.get(i - 1).x()) {
                return line;
            }
        }
        return bends(columns(line));
    }

    private List<DrawnPoint> columns(List<DrawnPoint> line) {
        List<DrawnPoint> kept = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= line.size(); i++) {
            if (i == line.size() || column(line.get(i)) != column(line.get(from))) {
                kept.addAll(extremes(line.subList(from, i)));
                from = i;
            }
        }
        return kept;
    }

    private double column(DrawnPoint place) {
        return Math.floor(place.x() / width);
    }

    private static List<DrawnPoint> extremes(List<DrawnPoint> column) {
        TreeSet<Integer> kept = new TreeSet<>(List.of(0, column.size() - 1));
        for (ToDoubleFunction<DrawnPoint> edge : EDGES) {
            Comparator<Integer> order = Comparator.comparingDouble(i -> edge.applyAsDouble(column.get(i)));
            List<Integer> all = IntStream.range(0, column.size()).boxed().toList();
            kept.add(Collections.min(all, order));
            kept.add(Collections.max(all, order));
        }
        return kept.stream().map(column::get).toList();
    }

    /** The points between which the line is straight (Douglas and Peucker, 1973, with vertical distances). */
    private List<DrawnPoint> bends(List<DrawnPoint> line) {
        if (line.size() < 3) {
            return line;
        }
        BitSet kept = new BitSet();
        Deque<int[]> pieces = new ArrayDeque<>(List.of(new int[] {0, line.size() - 1}));
        while (!pieces.isEmpty()) {
            int[] piece = pieces.pop();
            kept.set(piece[0]);
            kept.set(piece[1]);
            int farthest = farthest(line, piece[0], piece[1]);
            if (farthest > piece[0]) {
                pieces.push(new int[] {piece[0], farthest});
                pieces.push(new int[] {farthest, piece[1]});
            }
        }
        return kept.stream().mapToObj(line::get).toList();
    }

    /** The point that is farthest from the straight line between two others; the first where all are near it. */
    private int farthest(List<DrawnPoint> line, int first, int last) {
        int farthest = first;
        double most = TOLERANCE * height;
        for (int i = first + 1; i < last; i++) {
            double distance = distance(line.get(first), line.get(i), line.get(last));
            if (distance > most) {
                most = distance;
                farthest = i;
            }
        }
        return farthest;
    }

    private static double distance(DrawnPoint first, DrawnPoint place, DrawnPoint last) {
        double span = last.x() - first.x();
        double part = span > 0 ? (place.x() - first.x()) / span : 0;
        return EDGES.stream()
                .mapToDouble(edge -> Math.abs(edge.applyAsDouble(place)
                        - (1 - part) * edge.applyAsDouble(first)
                        - part * edge.applyAsDouble(last)))
                .max()
                .orElse(0);
    }
}
