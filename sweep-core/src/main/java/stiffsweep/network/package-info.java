/** Networks on jets, over a stack of trials: the forward pass, its adjoint and the initialisation. */
@NullMarked
package stiffsweep.network;

import org.jspecify.annotations.NullMarked;
