/** Values that carry their derivatives: along the inputs (jets) and along one parameter direction (duals). */
@NullMarked
package stiffsweep.jet;

import org.jspecify.annotations.NullMarked;
