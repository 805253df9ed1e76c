package stiffsweep.config;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import stiffsweep.sweep.CommonSettings;

/** What an optimiser asks of other settings, each of which is valid alone. */
final class OptimizerLaws {

    private static final String OPTIMIZER = "training.optimizer";
    private static final String PRECISION = "network.precision";
    private static final String DOUBLE = "float64";

    private final Function<List<String>, String> place;
    private final Faults faults;

    /** @param place where the first of some settings is written that is not left to its default */
    OptimizerLaws(Function<List<String>, String> place, Faults faults) {
        this.place = place;
        this.faults = faults;
    }

    /** Checks the settings of a point. */
    void check(Map<String, Object> values) {
        Object optimizer = values.get(OPTIMIZER);
        Object precision = values.get(PRECISION);
        boolean isSecondOrder = optimizer instanceof String word && CommonSettings.SECOND_ORDER.contains(word);
        if (isSecondOrder && precision != null && !precision.equals(DOUBLE)) {
            faults.add(
                    place.apply(List.of(PRECISION, OPTIMIZER)),
                    PRECISION,
                    "must be " + DOUBLE + " where " + OPTIMIZER + " = " + optimizer,
                    String.valueOf(precision));
        }
    }
}
