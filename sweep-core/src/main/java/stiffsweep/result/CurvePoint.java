package stiffsweep.result;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.SettingsSchema;

/**
 * The state of a training at one epoch, before that epoch's step.
 *
 * @param epoch the epoch, from 0
 * @param lossTotal the weighted total loss
 * @param losses each term's loss before its weight, by the term's name
 * @param errorMse the mean squared error against the truth; NaN where the problem has none, and at the end of a trial that
 *     ended between two points
 * @param errorRelativeSquared the mean of ((value - truth) / truth)^2, NaN as above
 */
public record CurvePoint(
        long epoch, double lossTotal, SortedMap<String, Double> losses, double errorMse, double errorRelativeSquared)
        implements Serializable {

    public CurvePoint {
        losses = Collections.unmodifiableSortedMap(new TreeMap<>(losses));
    }

    /** The numbers of this point by the column of the curves that holds them. */
    public SortedMap<String, Double> byColumn() {
        SortedMap<String, Double> numbers = new TreeMap<>();
        numbers.put("loss_total", lossTotal);
        losses.forEach((term, loss) -> numbers.put(SettingsSchema.lossColumn(term), loss));
        numbers.put("error_mse", errorMse);
        numbers.put("error_relative_squared", errorRelativeSquared);
        return numbers;
    }

    /** The columns of a problem's curves that hold numbers. */
    public static List<String> columns(ProblemDeclaration problem) {
        SortedMap<String, Double> terms = new TreeMap<>();
        problem.lossTerms().forEach(term -> terms.put(term.name(), 0.0));
        return List.copyOf(new CurvePoint(0, 0, terms, 0, 0).byColumn().keySet());
    }

    /** This point of a training that began after another one. */
    public CurvePoint later(long epochs) {
        return new CurvePoint(epoch + epochs, lossTotal, losses, errorMse, errorRelativeSquared);
    }
}
