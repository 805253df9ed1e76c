package stiffsweep.analysis.report;

import stiffsweep.analysis.figure.Picture;

/**
 * A figure and what it shows.
 *
 * @param figure the figure
 * @param caption what is shown, over how many trials, and what its intervals are, in sentences
 * @param absence why the figure has no points although it was measured, as a sentence; empty where it has, or was not
 */
record CaptionedFigure(Picture figure, String caption, String absence) {

    CaptionedFigure(Picture figure, String caption) {
        this(figure, caption, "");
    }
}
