package stiffsweep.analysis.figure;

/**
 * Where a point of a series is drawn, as positions on the axes.
 *
 * @param x its position along the horizontal axis
 * @param y its position along the vertical axis
 * @param lower the lower end of its interval; y where there is none
 * @param upper the upper end of its interval; y where there is none
 */
record DrawnPoint(double x, double y, double lower, double upper) {}
