package stiffsweep.config;

import java.util.List;

/** A sweep file that cannot be run, with everything that is wrong with it. */
public final class InvalidSweepException extends RuntimeException {

    private final List<String> faults;

    InvalidSweepException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    /** Each fault once, as {@code file:line: key: law, but got value}. */
    public List<String> faults() {
        return faults;
    }
}
