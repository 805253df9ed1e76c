/** What is measured on a trained network: errors against the truth, the curvature of the loss, stiffness. */
@NullMarked
package stiffsweep.measure;

import org.jspecify.annotations.NullMarked;
