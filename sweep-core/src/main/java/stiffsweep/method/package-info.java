/** Optimisers and what they are made of: steps along gradients, line searches, damped systems. */
@NullMarked
package stiffsweep.method;

import org.jspecify.annotations.NullMarked;
