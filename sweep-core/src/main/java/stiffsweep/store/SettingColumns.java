package stiffsweep.store;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.Setting;
import stiffsweep.declare.ValueType;
import stiffsweep.sweep.Sweep;

/** The columns that settings become: one for each setting of any problem of a sweep, and one more for a rule. */
final class SettingColumns {

    /** The value of a rule column where the weight is a number. */
    static final String FIXED = "fixed";

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

    /** The column that says by which rule a setting's number is found. */
    static String rule(Setting setting) {
        return setting.column() + "_rule";
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
            columns.putIfAbsent(rule(setting), ruleColumn(setting));
        }
    }

    private static Column column(Setting setting) {
        return new Column(
                setting.column(),
                ColumnType.of(setting.type()),
                setting.unit(),
                setting.meaning(),
                nullWhenThereIsNoNumber(setting));
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
                rule(setting),
                ColumnType.WORD,
                "",
                "Where the number in " + setting.column() + " is from: " + rules + ".",
                nullWhen(setting));
    }

    /** The same for a setting in every sweep, so that all files of a column agree. */
    private static String nullWhen(Setting setting) {
        return COMMON.contains(setting.path()) ? "" : "the problem has no such setting";
    }
}
