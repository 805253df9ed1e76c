/** Statistics of replicated trials: robust fits, power laws, bootstrap and binomial intervals. */
@NullMarked
package stiffsweep.stats;

import org.jspecify.annotations.NullMarked;
