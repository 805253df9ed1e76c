/** What a problem offers and what a setting may be, as plain data: declarations, settings and their laws. */
@NullMarked
package stiffsweep.declare;

import org.jspecify.annotations.NullMarked;
