package stiffsweep.analysis;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How values of settings are ordered: numbers as numbers, the rest as text, what is missing first. */
public final class ValueOrder {

    /** By one value after the other. */
    public static final Comparator<List<@Nullable Object>> LISTS = ValueOrder::compare;

    private ValueOrder() {}

    private static int compare(List<@Nullable Object> one, List<@Nullable Object> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one instanceof Number number && other instanceof Number second
                ? Double.compare(number.doubleValue(), second.doubleValue())
                : one.toString().compareTo(other.toString());
    }
}
