/** The report on a result folder: its figures, its tables, and the page that holds them. */
@NullMarked
package stiffsweep.analysis.report;

import org.jspecify.annotations.NullMarked;
