package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stiffsweep.loss.StackLoss;

/** The second-order methods, which work in double precision. */
enum DescentMethod {
    /** Limited-memory BFGS. */
    LBFGS {
        @Override
        Descent start(StackLoss loss, NDArray parameters) {
            return StackedLbfgs.of(loss, parameters);
        }

        @Override
        Descent resume(StackLoss loss, List<DescentState> states) {
            return StackedLbfgs.resumed(loss, states);
        }
    },
    /** Levenberg-Marquardt. */
    LEVENBERG_MARQUARDT {
        @Override
        Descent start(StackLoss loss, NDArray parameters) {
            return LevenbergMarquardt.of(loss, parameters);
        }

        @Override
        Descent resume(StackLoss loss, List<DescentState> states) {
            return LevenbergMarquardt.resumed(loss, states);
        }
    };

    /** The method with a name as in a sweep file; empty where that is another kind of optimiser. */
    static Optional<DescentMethod> find(String name) {
        return Arrays.stream(values())
                .filter(method -> method.word().equals(name))
                .findFirst();
    }

    static DescentMethod named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("a second-order method must be one of "
                        + Arrays.stream(values()).map(DescentMethod::word).toList() + ", but got " + name));
    }

    /** A descent from some parameters, {@code [trials, parameters]}. */
    abstract Descent start(StackLoss loss, NDArray parameters);

    /** A descent from where each trial stands. */
    abstract Descent resume(StackLoss loss, List<DescentState> states);

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
