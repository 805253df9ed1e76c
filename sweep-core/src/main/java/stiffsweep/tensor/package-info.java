/** The one seam to the tensor engine: precision, devices, the reverse pass and optimiser kernels. */
@NullMarked
package stiffsweep.tensor;

import org.jspecify.annotations.NullMarked;
