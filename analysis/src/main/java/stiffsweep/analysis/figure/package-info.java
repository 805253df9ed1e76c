/** Figures: what they show as plain data, and their drawings as SVG and PNG. */
@NullMarked
package stiffsweep.analysis.figure;

import org.jspecify.annotations.NullMarked;
