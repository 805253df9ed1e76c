package stiffsweep.store;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.declare.ValueType;
import stiffsweep.sweep.Sweep;

/** The columns that settings become: one for each setting of any problem of a sweep, and one more for a rule. */
public final class SettingColumns {

    /** The value of a rule column where the weight is a number. */
    public static final String FIXED = "fixed";

    private static final String RULE = "_rule";

    private static final List<String> ORDER = List.of(
            "problem.kind",
            "problem.",
            "learned.",
            "loss.",
            "network.",
            "points.",
            "matching.",
            "training.",
            "measure.");

    private static final Set<String> COMMON =
            CommonSettings.all().stream().map(Setting::path).collect(Collectors.toUnmodifiableSet());

    private SettingColumns() {}

    static List<Column> of(Sweep sweep) {
        Map<String, Column> columns = new LinkedHashMap<>();
        sweep.schemas().values().stream()
                .flatMap(schema -> schema.settings().stream())
                .sorted(Comparator.comparingInt(SettingColumns::rank).thenComparing(Setting::path))
                .forEach(setting -> add(columns, setting));
        return List.copyOf(columns.values());
    }

    /** The name of the column that says by which rule the number in a setting's column is found. */
    public static String rule(String column) {
        return column + RULE;
    }

    /** Whether a column of this name says by which rule the number in another is found. */
    public static boolean isRule(String column) {
        return column.endsWith(RULE);
    }

    /** The columns of the settings of every problem that say how the work is done, and of their rules. */
    public static Set<String> ofExecution() {
        return CommonSettings.all().stream()
                .filter(setting -> setting.role() == Setting.Role.EXECUTION)
                .flatMap(setting -> Stream.of(setting.column(), rule(setting.column())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The columns of settings whose number may be found by a rule when the trial runs. */
    static SortedSet<String> weights(SettingsSchema schema) {
        SortedSet<String> weights = new TreeSet<>();
        schema.settings().stream()
                .filter(setting -> setting.type() == ValueType.NUMBER_OR_RULE)
                .forEach(setting -> weights.add(setting.column()));
        return Collections.unmodifiableSortedSet(weights);
    }

    /** Writes the settings of a trial. */
    static void write(SettingsSchema schema, Settings settings, SortedMap<String, Object> row) {
        for (Setting setting : schema.settings()) {
            Object value = settings.value(setting.path());
            if (setting.type() != ValueType.NUMBER_OR_RULE) {
                row.put(setting.column(), value);
            } else if (value instanceof Double) {
                row.put(setting.column(), value);
                row.put(rule(setting.column()), FIXED);
            } else {
                row.put(rule(setting.column()), value);
            }
        }
    }

    private static int rank(Setting setting) {
        for (int rank = 0; rank < ORDER.size(); rank++) {
            if (setting.path().startsWith(ORDER.get(rank))) {
                return rank;
            }
        }
        return ORDER.size();
    }

    private static void add(Map<String, Column> columns, Setting setting) {
        Column column = column(setting);
        Column known = columns.putIfAbsent(column.name(), column);
        if (known != null && known.type() != column.type()) {
            throw new IllegalArgumentException("a column must have one type in all problems of a sweep, but "
                    + column.name() + " is " + known.type() + " and " + column.type());
        }
        if (setting.type() == ValueType.NUMBER_OR_RULE) {
            columns.putIfAbsent(rule(setting.column()), ruleColumn(setting));
        }
    }

    private static Column column(Setting setting) {
        return new Column(
                setting.column(),
                ColumnType.of(setting.type()),
                role(setting),
                setting.unit(),
                setting.meaning(),
                nullWhenThereIsNoNumber(setting));
    }

    private static Column.Role role(Setting setting) {
        return switch (setting.role()) {
            case QUESTION -> Column.Role.SETTING;
            case EXECUTION -> Column.Role.EXECUTION;
        };
    }

    private static String nullWhenThereIsNoNumber(Setting setting) {
        String noNumber =
                setting.role() == Setting.Role.EXECUTION ? "it was left to a rule" : "its rule was never applied";
        String noSetting = nullWhen(setting);
        return setting.rules().isEmpty() ? noSetting : noSetting.isEmpty() ? noNumber : noSetting + ", or " + noNumber;
    }

    private static Column ruleColumn(Setting setting) {
        String rules = FIXED + ", " + String.join(", ", setting.rules());
        return new Column(
                rule(setting.column()),
                ColumnType.WORD,
                role(setting),
                "",
                "Where the number in " + setting.column() + " is from: " + rules + ".",
                nullWhen(setting));
    }

    /** The same for a setting in every sweep, so that all files of a column agree. */
    private static String nullWhen(Setting setting) {
        return COMMON.contains(setting.path()) ? "" : "the problem has no such setting";
    }
}
