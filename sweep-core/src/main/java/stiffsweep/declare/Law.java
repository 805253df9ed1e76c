package stiffsweep.declare;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/** What a setting's value must satisfy beyond its type. */
public sealed interface Law extends Serializable {

    Law POSITIVE = new GreaterThan(0);

    Law NOT_NEGATIVE = new AtLeast(0);

    Law ONE_OR_MORE = new AtLeast(1);

    /** Whether a value of the setting's type satisfies this law. */
    boolean holds(Object value);

    /** The law as the end of a sentence: "stiffness must be .."; for words, the valid ones are listed. */
    String sentence();

    /** Any value of the type; numbers must be finite. */
    record Anything() implements Law {
        @Override
        public boolean holds(Object value) {
            return !(value instanceof Double number) || Double.isFinite(number);
        }

        @Override
        public String sentence() {
            return "a finite value";
        }
    }

    /** A number greater than a bound. */
    record GreaterThan(double bound) implements Law {
        @Override
        public boolean holds(Object value) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) && number > bound;
        }

        @Override
        public String sentence() {
            return bound == 0 ? "positive" : "greater than " + bound;
        }
    }

    /** A number not below a bound. */
    record AtLeast(double bound) implements Law {
        @Override
        public boolean holds(Object value) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) && number >= bound;
        }

        @Override
        public String sentence() {
            return bound == 0
                    ? "zero or positive"
                    : (bound == Math.rint(bound) ? "" + (long) bound : "" + bound) + " or more";
        }
    }

    /** A number between two bounds, neither of them itself. */
    record Between(double low, double high) implements Law {
        @Override
        public boolean holds(Object value) {
            double number = ((Number) value).doubleValue();
            return number > low && number < high;
        }

        @Override
        public String sentence() {
            return "between " + low + " and " + high;
        }
    }

    /** One of the listed words. */
    record OneOf(List<String> words) implements Law {
        public OneOf {
            words = List.copyOf(words);
        }

        @Override
        public boolean holds(Object value) {
            return words.contains(value);
        }

        @Override
        public String sentence() {
            return "one of " + String.join(", ", words);
        }
    }

    /** A word for equal layers, or the widths of layers such as {@code 1-4-50}. */
    record Widths(String equal) implements Law {
        private static final Pattern LISTED = Pattern.compile("[1-9]\\d{0,6}(-[1-9]\\d{0,6})*");

        @Override
        public boolean holds(Object value) {
            return value.equals(equal) || LISTED.matcher((String) value).matches();
        }

        @Override
        public String sentence() {
            return equal + ", or positive widths with hyphens between them, such as \"1-4-50\"";
        }
    }
}
