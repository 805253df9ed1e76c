package stiffsweep.analysis.figure;

/**
 * An axis of a figure.
 *
 * @param column the name of its quantity in the CSV behind the figure
 * @param label what is written along it, with the unit
 * @param scale how it is divided
 */
public record FigureAxis(String column, String label, Scale scale) {

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
}
