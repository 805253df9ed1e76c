/** From trials to results: stacks, the runner of one stack, and where a result came from. */
@NullMarked
package stiffsweep.run;

import org.jspecify.annotations.NullMarked;
