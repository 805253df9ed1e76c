package stiffsweep.loss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.tensor.Tensors;

/**
 * How far a trial's solution is from the truth, over all points and fields.
 *
 * @param meanSquared the mean of (value - truth)^2; NaN without a truth
 * @param relativeSquared the mean of ((value - truth) / truth)^2; NaN without a truth
 * @param ofFields ||value - truth|| / ||truth|| of each field by its name, where the solution has several
 */
public record TrialError(double meanSquared, double relativeSquared, SortedMap<String, Double> ofFields) {

    public TrialError {
        ofFields = Collections.unmodifiableSortedMap(new TreeMap<>(ofFields));
    }

    /** Where there is no truth, or no point was drawn. */
    public static final TrialError UNKNOWN = new TrialError(Double.NaN, Double.NaN, new TreeMap<>());

    /** The error of each trial on some samples with its fields; reads from the device. */
    static List<TrialError> of(Samples samples, int trials) {
        Map<String, Dual> truths = samples.truths();
        if (truths == null) {
            return Collections.nCopies(trials, UNKNOWN);
        }
        List<Dual> distances = new ArrayList<>();
        List<Dual> relative = new ArrayList<>();
        SortedMap<String, double[]> ofFields = new TreeMap<>();
        truths.forEach((field, truth) -> {
            Dual distance = samples.distanceFromTruth(field);
            distances.add(distance);
            relative.add(distance.over(truth));
            if (truths.size() > 1) {
                double[] ratios = Tensors.values(distance.square()
                        .sumPerTrial()
                        .over(truth.square().sumPerTrial())
                        .value()
                        .sqrt());
                ofFields.put(field, ratios);
            }
        });
        double[] squares = meanSquares(distances);
        double[] relativeSquares = meanSquares(relative);
        return IntStream.range(0, trials)
                .mapToObj(trial -> new TrialError(squares[trial], relativeSquares[trial], of(trial, ofFields)))
                .toList();
    }

    private static SortedMap<String, Double> of(int trial, SortedMap<String, double[]> ofFields) {
        SortedMap<String, Double> own = new TreeMap<>();
        ofFields.forEach((field, ratios) -> own.put(field, ratios[trial]));
        return own;
    }

    private static double[] meanSquares(List<Dual> fields) {
        return Tensors.values(Dual.concat(fields, 1).square().meanPerTrial().value());
    }
}
