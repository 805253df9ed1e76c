/** Reads sweep files: HOCON in, a checked {@link stiffsweep.sweep.Sweep} or every fault at once out. */
@NullMarked
package stiffsweep.config;

import org.jspecify.annotations.NullMarked;
