package stiffsweep.declare;

import java.io.Serializable;
import java.util.List;
import stiffsweep.choice.Choice;

/**
 * One key of a sweep file: where it stands, what it may be, and the result column that it becomes.
 *
 * @param path the key's path, such as {@code training.learning-rate}
 * @param column the result column, such as {@code learning_rate}
 * @param type the type of its value
 * @param law what the value must satisfy
 * @param rules for {@link ValueType#NUMBER_OR_RULE}, the words that are allowed in place of a number; empty otherwise
 * @param role whether it is part of the question
 * @param unit the unit, or "1" for a pure number, or "" for what has none
 * @param meaning what it does, as a sentence
 */
public record Setting(
        String path, String column, ValueType type, Law law, List<String> rules, Role role, String unit, String meaning)
        implements Serializable {

    public Setting {
        rules = List.copyOf(rules);
    }

    /** Whether a setting changes a trial's numbers. */
    public enum Role {
        /** Part of the question: it enters the trial's id. */
        QUESTION,
        /** How the work is done, such as the stack size: no number depends on it, and it is not part of the id. */
        EXECUTION
    }

    public static Setting number(String path, String column, Law law, String unit, String meaning) {
        return new Setting(path, column, ValueType.NUMBER, law, List.of(), Role.QUESTION, unit, meaning);
    }

    public static Setting count(String path, String column, Law law, String unit, String meaning) {
        return new Setting(path, column, ValueType.COUNT, law, List.of(), Role.QUESTION, unit, meaning);
    }

    public static Setting onOff(String path, String column, String meaning) {
        return new Setting(path, column, ValueType.SWITCH, new Law.Anything(), List.of(), Role.QUESTION, "", meaning);
    }

    public static Setting choice(String path, String column, List<? extends Choice> choices, String meaning) {
        Law law = new Law.OneOf(Choice.words(choices));
        return new Setting(path, column, ValueType.WORD, law, List.of(), Role.QUESTION, "", meaning);
    }

    /** One of some words that a problem declares. */
    static Setting word(String path, String column, List<String> words, String meaning) {
        return new Setting(path, column, ValueType.WORD, new Law.OneOf(words), List.of(), Role.QUESTION, "", meaning);
    }

    /** This setting as one that says how the work is done. */
    public Setting forExecution() {
        return new Setting(path, column, type, law, rules, Role.EXECUTION, unit, meaning);
    }
}
