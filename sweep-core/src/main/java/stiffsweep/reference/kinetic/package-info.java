/** Kinetic equations in one dimension by finite differences and discrete velocities, and their limits. */
@NullMarked
package stiffsweep.reference.kinetic;

import org.jspecify.annotations.NullMarked;
