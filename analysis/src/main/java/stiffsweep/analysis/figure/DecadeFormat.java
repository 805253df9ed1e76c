package stiffsweep.analysis.figure;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jspecify.annotations.Nullable;

/** Writes powers of ten as 10 with a raised exponent. */
final class DecadeFormat extends NumberFormat {

    private static final long serialVersionUID = 1;
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    @Override
    public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
        text.append("10");
        for (char c : Long.toString(Math.round(Math.log10(number))).toCharArray()) {
            text.append(c == '-' ? '⁻' : RAISED.charAt(c - '0'));
        }
        return text;
    }

    @Override
    public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
        return format((double) number, text, position);
    }

    @Override
    public @Nullable Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("decades are written, not read");
    }
}
