package stiffsweep.formula;

import java.io.Serializable;
import stiffsweep.jet.Jet;

/** How a field is made of the functions that the networks give, with all its derivatives. */
@FunctionalInterface
public interface FieldFormula extends Serializable {

    /** The field at some points, for all trials of a stack at once. */
    Jet at(Functions at);
}
