package stiffsweep.result;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state of a training at one epoch, before that epoch's step.
 *
 * @param epoch the epoch, from 0
 * @param lossTotal the weighted total loss
 * @param losses each term's loss before its weight, by the term's name
 * @param errorMse the mean squared error against the truth; NaN where the problem has none, and at the end of a trial that
 *     ended between two points
 * @param errorRelativeSquared the mean of ((value - truth) / truth)^2, NaN as above
 * @param fieldErrors ||value - truth|| / ||truth|| of each field by its name, where the solution has several and a truth; empty
 *     at the end of a trial that ended between two points
 */
public record CurvePoint(
        long epoch,
        double lossTotal,
        SortedMap<String, Double> losses,
        double errorMse,
        double errorRelativeSquared,
        SortedMap<String, Double> fieldErrors)
        implements Serializable {

    public CurvePoint {
        losses = Collections.unmodifiableSortedMap(new TreeMap<>(losses));
        fieldErrors = Collections.unmodifiableSortedMap(new TreeMap<>(fieldErrors));
    }

    /** This point of a training that began after another one. */
    public CurvePoint later(long epochs) {
        return new CurvePoint(epoch + epochs, lossTotal, losses, errorMse, errorRelativeSquared, fieldErrors);
    }
}
