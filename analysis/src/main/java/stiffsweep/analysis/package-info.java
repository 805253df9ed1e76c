/** Questions to a result folder: SQL over its files, tables, power-law fits, and how far a run has come. */
@NullMarked
package stiffsweep.analysis;

import org.jspecify.annotations.NullMarked;
