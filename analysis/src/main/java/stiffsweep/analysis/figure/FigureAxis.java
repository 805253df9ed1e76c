package stiffsweep.analysis.figure;

import java.util.List;

/**
 * An axis of a figure.
 *
 * @param column the name of its quantity in the CSV behind the figure
 * @param label what is written along it, with the unit
 * @param scale how it is divided
 * @param words what stands along it in the place of numbers, at 0, 1, 2 and so on; none where it shows numbers
 */
public record FigureAxis(String column, String label, Scale scale, List<String> words) {

    /** How an axis is divided. */
    public enum Scale {
        LINEAR,
        /** By decades; only positive values can be shown. */
        LOGARITHMIC;

        /** Whether a value has a place on such an axis: it is finite, and positive where the axis goes by decades. */
        public boolean shows(double value) {
            return Double.isFinite(value) && (this == LINEAR || value > 0);
        }
    }

    public FigureAxis {
        words = List.copyOf(words);
    }

    /** An axis of numbers. */
    public FigureAxis(String column, String label, Scale scale) {
        this(column, label, scale, List.of());
    }

    /** An axis of words. */
    public static FigureAxis of(String column, String label, List<String> words) {
        return new FigureAxis(column, label, Scale.LINEAR, words);
    }

    /** A place along it as the CSV has it: the number, or the nearest word. */
    Object written(double place) {
        return words.isEmpty() ? (Object) place : words.get((int) Math.round(place));
    }
}
