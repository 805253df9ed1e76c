package stiffsweep.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The roles of columns as a result file carries them, so that it says what its columns are without the code that wrote it.
 *
 * <p>As a text: {@code IDENTITY=trial_id,sweep;SETTING=problem,stiffness;} and so on.
 */
public final class ColumnRoles {

    /** The key of that text in the metadata of a file. */
    public static final String KEY = "stiffsweep.roles";

    private ColumnRoles() {}

    /** The roles of columns as a text. */
    public static String written(List<Column> columns) {
        Map<Column.Role, List<String>> names = columns.stream()
                .collect(Collectors.groupingBy(
                        Column::role,
                        () -> new EnumMap<>(Column.Role.class),
                        Collectors.mapping(Column::name, Collectors.toList())));
        return names.entrySet().stream()
                .map(role -> role.getKey() + "=" + String.join(",", role.getValue()))
                .collect(Collectors.joining(";"));
    }

    /** The roles in such a text by column; one that this code does not know is left out. */
    public static SortedMap<String, Column.Role> read(String text) {
        SortedMap<String, Column.Role> roles = new TreeMap<>();
        for (String part : text.split(";", -1)) {
            int end = part.indexOf('=');
            role(part.substring(0, Math.max(0, end))).ifPresent(role -> {
                for (String column : part.substring(end + 1).split(",", -1)) {
                    roles.put(column, role);
                }
            });
        }
        return Collections.unmodifiableSortedMap(roles);
    }

    private static Optional<Column.Role> role(String name) {
        return Arrays.stream(Column.Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }
}
