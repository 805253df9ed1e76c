/** What a setting chooses among, where the engine must know it too: closed sets of words. */
@NullMarked
package stiffsweep.choice;

import org.jspecify.annotations.NullMarked;
