/**
 * What the networks are held against, in plain doubles: stiff and non-stiff solves, fields on a line, special functions and
 * the joining of patchwise solutions. Knows nothing of the project.
 */
@NullMarked
package stiffsweep.reference;

import org.jspecify.annotations.NullMarked;
