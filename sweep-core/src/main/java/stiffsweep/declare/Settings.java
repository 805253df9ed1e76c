package stiffsweep.declare;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.choice.Choice;

/**
 * The settings of one trial, resolved and typed: path to {@link Double}, {@link Long}, {@link Boolean} or {@link String}.
 *
 * @param values every setting that applies to the trial's problem, sorted by path
 */
public record Settings(SortedMap<String, Object> values) implements Serializable {

    public Settings {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public double number(String path) {
        return (Double) value(path);
    }

    public int count(String path) {
        return Math.toIntExact((Long) value(path));
    }

    public boolean isOn(String path) {
        return (Boolean) value(path);
    }

    public String word(String path) {
        return (String) value(path);
    }

    /** The constant whose word is at a path. */
    public <C extends Enum<C> & Choice> C choice(String path, Class<C> type) {
        return Choice.of(type, word(path));
    }

    double number(Setting setting) {
        return number(setting.path());
    }

    int count(Setting setting) {
        return count(setting.path());
    }

    boolean isOn(Setting setting) {
        return isOn(setting.path());
    }

    String word(Setting setting) {
        return word(setting.path());
    }

    <C extends Enum<C> & Choice> C choice(Setting setting, Class<C> type) {
        return choice(setting.path(), type);
    }

    /** The value at a path. */
    public Object value(String path) {
        Object value = values.get(path);
        if (value == null) {
            throw new IllegalArgumentException("a setting must be one of " + values.keySet() + ", but got " + path);
        }
        return value;
    }

    /** The settings whose path starts with {@code prefix.}, with that prefix taken off. */
    public Settings under(String prefix) {
        SortedMap<String, Object> inner = new TreeMap<>();
        // '.' + 1 == '/': the range holds exactly the paths that start with "prefix."
        values.subMap(prefix + '.', prefix + '/')
                .forEach((path, value) -> inner.put(path.substring(prefix.length() + 1), value));
        return new Settings(inner);
    }

    /** The name of the problem. */
    public String problem() {
        return word(CommonSettings.PROBLEM);
    }

    public LossSettings loss() {
        return LossSettings.of(this);
    }

    public NetworkSettings network() {
        return NetworkSettings.of(this);
    }

    /** The settings of one of a problem's networks; the common ones where it has no name. */
    public NetworkSettings network(String name) {
        return FormulationSettings.of(this, name);
    }

    /** What networks see of an input that has a domain. */
    public InputSettings networkInput(String input) {
        return InputSettings.of(this, input);
    }

    /** Whether the fields meet the conditions whatever the networks give. */
    public boolean areConditionsHard() {
        return FormulationSettings.Conditions.HARD.word().equals(values.get(FormulationSettings.CONDITIONS));
    }

    /** The number of epochs after which the points of a set are drawn anew; 0 where they never are. */
    public int redraw(String set) {
        return values.get("points." + set + ".redraw") instanceof Long epochs ? Math.toIntExact(epochs) : 0;
    }

    /** Whether the points of any set are drawn anew. */
    public boolean isRedrawn() {
        return under("points").values.keySet().stream()
                .filter(path -> path.endsWith(".redraw"))
                .anyMatch(path -> count("points." + path) > 0);
    }

    public TrainingSettings training() {
        return TrainingSettings.of(this);
    }

    public DescentSettings descent() {
        return DescentSettings.of(this);
    }

    public ExecutionSettings execution() {
        return ExecutionSettings.of(this);
    }

    public MeasureSettings measure() {
        return MeasureSettings.of(this);
    }
}
