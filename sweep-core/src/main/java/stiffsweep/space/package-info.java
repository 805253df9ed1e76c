/** The shape of a question: axes over settings and the designs that combine them into points. */
@NullMarked
package stiffsweep.space;

import org.jspecify.annotations.NullMarked;
