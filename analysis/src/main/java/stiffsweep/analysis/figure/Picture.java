package stiffsweep.analysis.figure;

import stiffsweep.analysis.Table;

/** What {@link FigureWriter} draws: lines over one input, several such plots side by side, or maps over two. */
public sealed interface Picture permits Figure, Heatmap, Panels {

    /** The name of its files, without ending. */
    String name();

    /** The title above it. */
    String title();

    /** Whether there is nothing to show. */
    boolean isEmpty();

    /** How many of its numbers have no place in the drawing; they are in {@link #points()}. */
    long unshown();

    /** Every number that it shows: a row for each point. */
    Table points();

    /** Refuses a name that no file can have. */
    static void requireFileName(String name) {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("a figure's name must be a file's name, but got " + name);
        }
    }
}
