/**
 * Arrays in the Java heap that answer to the engine's interface of tensors, with a reverse pass of their own.
 *
 * <p>A loss on a line is a hundred operations on a few hundred numbers: a call of the engine costs more than the operation. Here
 * an operation is a loop. All numbers are in double precision, sums have a fixed order and functions are those of {@link
 * StrictMath}, so that a result has the same bits on every processor.
 */
@NullMarked
package stiffsweep.heap;

import org.jspecify.annotations.NullMarked;
