package stiffsweep.jobs;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stiffsweep.result.Outcome;

/** Reads an ending that can be tried again, such as {@code timed-out}. */
final class Ending implements ITypeConverter<Outcome.Status> {

    @Override
    public Outcome.Status convert(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "failed" -> Outcome.Status.FAILED;
            case "timed-out" -> Outcome.Status.TIMED_OUT;
            case "diverged" -> Outcome.Status.DIVERGED;
            case "stopped" -> Outcome.Status.STOPPED;
            default ->
                throw new TypeConversionException("one of failed, timed-out, diverged, stopped, but got " + word);
        };
    }
}
