package stiffsweep.analysis.figure;

/**
 * An axis of a figure.
 *
 * @param column the name of its quantity in the CSV behind the figure
 * @param label what is written along it, with the unit
 * @param scale how it is divided
 */
public record Axis(String column, String label, Scale scale) {

    /** How an axis is divided. */
    public enum Scale {
        LINEAR,
        /** By decades; only positive values can be shown. */
        LOGARITHMIC
    }
}
