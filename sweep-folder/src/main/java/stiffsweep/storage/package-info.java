/** Where a result folder is, the right to write into it, and how a file gets there as a whole. Knows nothing of what files hold. */
@NullMarked
package stiffsweep.storage;

import org.jspecify.annotations.NullMarked;
