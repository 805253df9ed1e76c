/**
 * The loops of the kernel, written for vectors of one lane. The build derives from them those in float64, and in the
 * package {@code stiffsweep.kernel.vector} the same for the vectors of {@code jdk.incubator.vector}.
 *
 * <p>Rules of these loops, each measured: vectors are local variables, as a vector that is stored in a field or an array is an
 * object; sums are kept in vectors over one loop and not over a nest of loops, where C2 makes objects of them; what is passed
 * on as a vector is passed to static methods of less than 325 bytes, the most that C2 joins to a caller that runs often (the
 * longest, {@code DoubleFits.tail}, has some 300).
 */
@NullMarked
package stiffsweep.kernel.plain;

import org.jspecify.annotations.NullMarked;
