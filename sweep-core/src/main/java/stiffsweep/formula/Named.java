package stiffsweep.formula;

import java.util.Map;

/** What a formula asks for by name. */
final class Named {

    private Named() {}

    static <T> T of(String what, String name, Map<String, T> known) {
        T value = known.get(name);
        if (value == null) {
            throw new IllegalArgumentException(what + " must be one of " + known.keySet() + ", but got " + name
                    + ": declare it, or correct the name");
        }
        return value;
    }

    static <T> T only(String what, Map<String, T> known) {
        if (known.size() != 1) {
            throw new IllegalStateException("an equation in several inputs must name each, as in input(\""
                    + known.keySet().iterator().next() + "\"), but asks for the only " + what + " of "
                    + known.keySet());
        }
        return known.values().iterator().next();
    }
}
