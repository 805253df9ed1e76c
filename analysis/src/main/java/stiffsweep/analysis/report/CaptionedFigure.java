package stiffsweep.analysis.report;

import stiffsweep.analysis.figure.Figure;

/**
 * A figure and what it shows.
 *
 * @param figure the figure
 * @param caption what is shown, over how many trials, and what its intervals are, in sentences
 */
record CaptionedFigure(Figure figure, String caption) {}
