/** What equations are written in: the fields at the points of a set, and residuals. */
@NullMarked
package stiffsweep.formula;

import org.jspecify.annotations.NullMarked;
