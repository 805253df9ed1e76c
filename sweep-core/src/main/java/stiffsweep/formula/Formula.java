package stiffsweep.formula;

import java.io.Serializable;

/** The formula of a loss term: its residual at the points of its set. */
@FunctionalInterface
public interface Formula extends Serializable {

    /**
     * The residual.
     *
     * @param at the points of the term's set, for all trials of a stack at once
     */
    Residual at(Samples at);

    /** The formula of a condition that a field has the truth's value. */
    static Formula truthOf(String field) {
        return at -> Residual.of(at.distanceFromTruth(field));
    }
}
