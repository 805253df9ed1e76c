package stiffsweep.analysis.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.analysis.NumberText;

/**
 * A place on an axis that is marked.
 *
 * @param position its position in the axis' {@link PlotRange}
 * @param label what is written there; empty for a fine line of the grid
 */
record Tick(double position, String label) {

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final int MOST_LABELS = 8;

    /** With as many as these steps in a range there are two labels or more. */
    private static final int FEWEST_LABELS = 5;

    /** How many units of an axis a character takes that belongs to a label, with its part of the gap to the next. */
    private static final double CHARACTER = 8;

    /** With fewer than these there is no step for all decades of a double. */
    private static final int FEWEST_DECADES = 4;

    /** The room for a power of ten along an axis, in units of the figure. */
    private static final double ROOM_OF_POWER = 32;

    private static final double GAP = 6;

    /** The last of them serves every double: all of their decades are 632, and strips above a plot add a part of that. */
    private static final List<Integer> DECADES = List.of(1, 2, 3, 5, 10, 20, 50, 100, 200);

    /**
     * Two labelled ticks or more, in a distance that is easy to count, with fine ones between decades.
     *
     * @param room how long the axis is
     */
    static List<Tick> along(PlotRange range, double room) {
        if (range.scale() == FigureAxis.Scale.LOGARITHMIC) {
            return decades(range, Math.max(FEWEST_DECADES, Math.min(MOST_LABELS, (int) (room / ROOM_OF_POWER))));
        }
        int most = Math.min(MOST_LABELS, Math.max(3, (int) (room / ROOM_OF_POWER)));
        List<Tick> ticks = steps(range, most);
        int longest =
                ticks.stream().mapToInt(tick -> tick.label().length()).max().orElse(1);
        int characters = (int) (room / CHARACTER);
        return ticks.size() * longest > characters
                ? steps(range, Math.max(Math.min(most, FEWEST_LABELS), characters / longest))
                : ticks;
    }

    /** Such ticks along an axis, or its words, of which as many have a label as there is room for. */
    static List<Tick> along(FigureAxis axis, PlotRange range, double room) {
        return axis.words().isEmpty() ? along(range, room) : words(axis, room);
    }

    /** Such ticks along a short axis, or each of its words. */
    static List<Tick> few(FigureAxis axis, PlotRange range) {
        return axis.words().isEmpty() ? few(range) : words(axis, Double.POSITIVE_INFINITY);
    }

    private static List<Tick> words(FigureAxis axis, double room) {
        double widest = axis.words().stream()
                .mapToDouble(word -> Lettering.width(word, Lettering.SMALL) + GAP)
                .max()
                .orElse(0);
        int step = Math.max(1, (int) Math.ceil(axis.words().size() * widest / room));
        return IntStream.range(0, axis.words().size())
                .mapToObj(i -> new Tick(i, i % step == 0 ? axis.words().get(i) : ""))
                .toList();
    }

    /** Such ticks along a short axis. */
    static List<Tick> few(PlotRange range) {
        return range.scale() == FigureAxis.Scale.LOGARITHMIC
                ? decades(range, FEWEST_LABELS)
                : steps(range, FEWEST_LABELS);
    }

    boolean isLabelled() {
        return !label.isEmpty();
    }

    private static List<Tick> steps(PlotRange range, int most) {
        double least = (range.upper() - range.lower()) / most;
        int power = (int) Math.floor(Math.log10(least));
        BigDecimal step = IntStream.of(1, 2, 5, 10)
                .mapToObj(factor -> BigDecimal.valueOf(factor).scaleByPowerOfTen(power))
                .filter(size -> size.doubleValue() >= least)
                .findFirst()
                .orElseGet(() -> BigDecimal.TEN.scaleByPowerOfTen(power + 1));
        List<Tick> ticks = new ArrayList<>();
        long last = (long) Math.floor(range.upper() / step.doubleValue());
        for (long i = (long) Math.ceil(range.lower() / step.doubleValue()); i <= last; i++) {
            BigDecimal at = step.multiply(BigDecimal.valueOf(i));
            ticks.add(new Tick(at.doubleValue(), NumberText.exact(at.scaleByPowerOfTen(range.power()))));
        }
        return ticks;
    }

    private static List<Tick> decades(PlotRange range, int most) {
        double span = range.upper() - range.lower();
        int step =
                DECADES.stream().filter(size -> span <= most * size).findFirst().orElseThrow();
        List<Tick> ticks = new ArrayList<>();
        for (int decade = (int) Math.floor(range.lower()); decade <= range.upper(); decade++) {
            if (Math.floorMod(decade, step) == 0) {
                ticks.add(new Tick(decade, "10" + raised(decade)));
            } else if (step <= 10) {
                ticks.add(new Tick(decade, ""));
            }
            for (int digit = 2; step == 1 && digit <= 9; digit++) {
                ticks.add(new Tick(decade + Math.log10(digit), ""));
            }
        }
        ticks.removeIf(tick -> tick.position < range.lower() || tick.position > range.upper());
        return ticks;
    }

    static String raised(int number) {
        StringBuilder text = new StringBuilder();
        for (char c : Integer.toString(number).toCharArray()) {
            text.append(c == '-' ? '⁻' : RAISED.charAt(c - '0'));
        }
        return text.toString();
    }
}
