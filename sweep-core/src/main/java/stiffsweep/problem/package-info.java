/** The equations: each one a class that holds its residuals, its Jacobian, its conditions and its truth. */
@NullMarked
package stiffsweep.problem;

import org.jspecify.annotations.NullMarked;
