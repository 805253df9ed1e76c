/** The loss of a stack of trials: sample points, residuals, terms, and their weights point by point. */
@NullMarked
package stiffsweep.loss;

import org.jspecify.annotations.NullMarked;
