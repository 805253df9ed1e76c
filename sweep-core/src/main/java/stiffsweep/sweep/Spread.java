package stiffsweep.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import stiffsweep.declare.Settings;
import stiffsweep.space.ParzenSearch;
import stiffsweep.space.Point;
import stiffsweep.space.Scored;

/** How the points of a sweep are spread over {@code sweep.axes}. */
public sealed interface Spread {

    /** The word for it, {@code sweep.design}. */
    String design();

    /** What cannot change without moving the points: keys and values, as they are written. */
    SortedMap<String, String> laws();

    /** The most points. */
    int most(List<Settings> first);

    /** The column that decides on points; nothing where none does. */
    Optional<String> metric();

    /**
     * The points, as far as they follow from what is known. A point that breaks a law counts as one with the worst score.
     *
     * @param first the points that are asked for when nothing is known
     * @param score the score of a point; nothing while it is not known
     */
    Points points(List<Settings> first, Function<Settings, OptionalDouble> score);

    /**
     * Points of a sweep.
     *
     * @param settings those that can be trained, in their order
     * @param lawless for each of the others the first of its faults
     */
    record Points(List<Settings> settings, List<String> lawless) {
        public Points {
            settings = List.copyOf(settings);
            lawless = List.copyOf(lawless);
        }

        private static Points of(List<MadePoint> made) {
            return new Points(
                    made.stream()
                            .filter(point -> point.faults().isEmpty())
                            .map(MadePoint::settings)
                            .toList(),
                    made.stream()
                            .flatMap(point -> point.faults().stream().limit(1))
                            .toList());
        }
    }

    /** All points are there from the beginning. */
    record Listed(String design, SortedMap<String, String> laws) implements Spread {
        public Listed {
            laws = Collections.unmodifiableSortedMap(new TreeMap<>(laws));
        }

        @Override
        public int most(List<Settings> first) {
            return first.size();
        }

        @Override
        public Optional<String> metric() {
            return Optional.empty();
        }

        @Override
        public Points points(List<Settings> first, Function<Settings, OptionalDouble> score) {
            return new Points(first, List.of());
        }
    }

    /**
     * A batch of points follows from the scores of those before it.
     *
     * @param search what finds the points
     * @param column the column of the scores; the smaller the better
     * @param maker makes their settings, the same for the same point
     */
    record Search(ParzenSearch search, String column, Function<Point, MadePoint> maker, SortedMap<String, String> laws)
            implements Spread {

        /** The word for it in a sweep file. */
        public static final String WORD = "tpe";

        private static final OptionalDouble WORST = OptionalDouble.of(Double.POSITIVE_INFINITY);

        public Search {
            laws = Collections.unmodifiableSortedMap(new TreeMap<>(laws));
        }

        @Override
        public String design() {
            return WORD;
        }

        @Override
        public int most(List<Settings> first) {
            return search.count();
        }

        @Override
        public Optional<String> metric() {
            return Optional.of(column);
        }

        @Override
        public Points points(List<Settings> first, Function<Settings, OptionalDouble> score) {
            List<MadePoint> made = new ArrayList<>();
            List<Scored> scored = new ArrayList<>();
            List<Point> batch = search.next(scored);
            while (!batch.isEmpty()) {
                List<MadePoint> newest = batch.stream().map(maker).toList();
                made.addAll(newest);
                for (MadePoint point : newest) {
                    OptionalDouble known = point.faults().isEmpty() ? score.apply(point.settings()) : WORST;
                    if (known.isEmpty()) {
                        return Points.of(made);
                    }
                    scored.add(new Scored(point.applied(), known.getAsDouble()));
                }
                batch = search.next(scored);
            }
            return Points.of(made);
        }
    }
}
