package stiffsweep.jobs;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stiffsweep.choice.Choice;
import stiffsweep.sweep.ReportPolicy.FigureKind;

/** A kind of figures as a word of the command line. */
final class FigureKindWord implements ITypeConverter<FigureKind>, Iterable<String> {

    private static final List<String> ALL = Choice.words(Arrays.asList(FigureKind.values()));

    @Override
    public FigureKind convert(String word) {
        return Choice.find(FigureKind.class, word)
                .orElseThrow(() ->
                        new TypeConversionException("must be some of " + String.join(", ", ALL) + ", but got " + word));
    }

    @Override
    public Iterator<String> iterator() {
        return ALL.iterator();
    }
}
