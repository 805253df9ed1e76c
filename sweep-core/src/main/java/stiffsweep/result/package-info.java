/** What came of a trial, as plain data: its outcome, curve, solution, parameters and provenance. */
@NullMarked
package stiffsweep.result;

import org.jspecify.annotations.NullMarked;
