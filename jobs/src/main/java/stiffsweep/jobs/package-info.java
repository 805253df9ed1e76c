/** The command line: one class for each verb, and what they share. */
@NullMarked
package stiffsweep.jobs;

import org.jspecify.annotations.NullMarked;
