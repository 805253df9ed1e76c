/** The rows of a result folder as Parquet files: published stack by stack, read, put in order, merged and retired. */
@NullMarked
package stiffsweep.folder;

import org.jspecify.annotations.NullMarked;
