/**
 * The part of {@code jdk.incubator.vector} that the kernel uses, for vectors of one lane, in plain Java. What is written
 * against these classes compiles against that module too, with the same results in every bit: both round each operation
 * once, and a fused multiplication and addition once.
 */
@NullMarked
package stiffsweep.kernel.lane;

import org.jspecify.annotations.NullMarked;
