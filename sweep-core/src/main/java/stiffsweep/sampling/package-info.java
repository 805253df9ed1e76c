/** Points: those of sample sets over one input or several, and how they are spread. */
@NullMarked
package stiffsweep.sampling;

import org.jspecify.annotations.NullMarked;
