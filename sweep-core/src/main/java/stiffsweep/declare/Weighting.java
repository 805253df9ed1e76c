package stiffsweep.declare;

import java.util.Arrays;
import java.util.List;
import stiffsweep.choice.Choice;

/** How the residuals of equations are weighted point by point. */
public enum Weighting implements Choice {
    /** Not at all. */
    PLAIN,
    /** Squared residuals over 1 + J^2. */
    JACOBIAN,
    /** Residuals in units of the field: squared residuals over y^2. */
    FIELD,
    RESIDUAL_ATTENTION,
    SOFT_ATTENTION,
    RESIDUAL_ATTENTION_AS_PUBLISHED,
    SOFT_ATTENTION_AS_PUBLISHED;

    /** Those that are a formula of the field. */
    public static final List<Weighting> FORMULAS =
            Arrays.stream(values()).filter(weighting -> !weighting.learns()).toList();

    /** Whether its weights learn: each step changes the loss. */
    public boolean learns() {
        return switch (this) {
            case PLAIN, JACOBIAN, FIELD -> false;
            case RESIDUAL_ATTENTION, SOFT_ATTENTION, RESIDUAL_ATTENTION_AS_PUBLISHED, SOFT_ATTENTION_AS_PUBLISHED ->
                true;
        };
    }
}
