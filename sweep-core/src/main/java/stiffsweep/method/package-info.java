/** Optimisers at work on a stack, and what they are made of: steps along gradients, schedules, line searches, damped systems. */
@NullMarked
package stiffsweep.method;

import org.jspecify.annotations.NullMarked;
