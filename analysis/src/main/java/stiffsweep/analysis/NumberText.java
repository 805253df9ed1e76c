package stiffsweep.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Numbers as people read them. */
public final class NumberText {

    /** So many digits tell any two numbers apart. */
    private static final int EXACT = 17;

    private NumberText() {}

    /** A number to some decimal places, trailing zeros included: {@code 0.60}. */
    public static String fixed(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }

    /**
     * The fewest significant digits that tell numbers apart, and no fewer than wanted: 5 for 0.001 and 0.01, 7 for 0.001 and
     * 0.001000001.
     */
    public static int digits(Collection<Double> values, int least) {
        Set<Double> distinct = new HashSet<>(values);
        int digits = least;
        while (digits < EXACT && texts(distinct, digits) < distinct.size()) {
            digits++;
        }
        return digits;
    }

    private static long texts(Set<Double> values, int digits) {
        return values.stream().map(value -> rounded(value, digits)).distinct().count();
    }

    /** A number to some significant digits, without trailing zeros: {@code 0.0123}, {@code 12000}, {@code 1.23e-7}. */
    public static String rounded(double value, int digits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0";
        }
        return written(new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)), digits);
    }

    /** A number with all its digits, without trailing zeros. */
    public static String exact(BigDecimal value) {
        return value.signum() == 0 ? "0" : written(value, value.precision());
    }

    private static String written(BigDecimal value, int digits) {
        BigDecimal bare = value.stripTrailingZeros();
        int exponent = bare.precision() - bare.scale() - 1;
        if (exponent >= -3 && exponent < Math.max(6, digits)) {
            return bare.toPlainString();
        }
        return bare.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
