/** The result folder: its layout, its column schemas with their version, and its status file. */
@NullMarked
package stiffsweep.store;

import org.jspecify.annotations.NullMarked;
