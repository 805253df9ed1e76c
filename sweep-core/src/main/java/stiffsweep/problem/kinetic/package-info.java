/** Kinetic equations: linear transport and Boltzmann-BGK, each stated in several ways. */
@NullMarked
package stiffsweep.problem.kinetic;

import org.jspecify.annotations.NullMarked;
