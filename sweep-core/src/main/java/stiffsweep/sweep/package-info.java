/** What is asked, as plain data: sweeps, their points and replicates, and the trials that follow. */
@NullMarked
package stiffsweep.sweep;

import org.jspecify.annotations.NullMarked;
