package stiffsweep.declare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Matching;
import stiffsweep.declare.ProblemDeclaration.Parameter;
import stiffsweep.declare.ProblemDeclaration.Word;

/**
 * Every setting that applies to one problem, with its default.
 *
 * @param settings the settings, sorted by path
 * @param defaults the default of each, typed
 */
public record SettingsSchema(List<Setting> settings, Settings defaults) implements Serializable {

    /** The word that makes a loss weight 1 + max J^2, J being the problem's Jacobian along its truth. */
    public static final String STIFFNESS_MATCHED = "stiffness-matched";

    private static final double DEFAULT_BAND = 0.2;

    public SettingsSchema {
        settings = settings.stream().sorted(Comparator.comparing(Setting::path)).toList();
    }

    /**
     * The settings of a problem: the common ones and those that the problem declares.
     *
     * @param declaration the problem
     * @param commonDefaults the defaults of {@link CommonSettings}, as read from {@code reference.conf}
     */
    public static SettingsSchema of(ProblemDeclaration declaration, Settings commonDefaults) {
        List<Setting> settings = new ArrayList<>(CommonSettings.all());
        SortedMap<String, Object> defaults = new TreeMap<>(commonDefaults.values());
        for (Parameter parameter : declaration.parameters()) {
            settings.add(parameterSetting(parameter));
            defaults.put("problem." + parameter.name(), parameter.defaultValue());
        }
        for (Word word : declaration.words()) {
            settings.add(Setting.word("problem." + word.name(), column(word.name()), word.choices(), word.meaning()));
            defaults.put("problem." + word.name(), word.choices().get(0));
        }
        for (Learned learned : declaration.learned()) {
            settings.addAll(learnedSettings(learned));
            String path = "learned." + learned.name();
            defaults.put(path + ".mean", learned.mean());
            defaults.put(path + ".deviation", learned.deviation());
            defaults.put(path + ".learning-rate", learned.learningRate());
            defaults.put(path + ".weight-decay", learned.weightDecay());
        }
        PointSettings.of(declaration).forEach((setting, value) -> {
            settings.add(setting);
            defaults.put(setting.path(), value);
        });
        FormulationSettings.of(declaration).forEach((setting, value) -> {
            settings.add(setting);
            defaults.put(setting.path(), value);
        });
        for (LossTerm term : declaration.lossTerms()) {
            settings.add(weightSetting(term));
            defaults.put("loss.weights." + term.name(), term.weight());
        }
        Matching matching = declaration.matching();
        if (matching != null) {
            settings.addAll(matchingSettings(matching));
            defaults.put("matching.point", matching.point());
            defaults.put("matching.band", DEFAULT_BAND);
        }
        return new SettingsSchema(settings, new Settings(defaults));
    }

    public Object defaultOf(String path) {
        return defaults.value(path);
    }

    private static Setting parameterSetting(Parameter parameter) {
        return Setting.number(
                "problem." + parameter.name(),
                column(parameter.name()),
                parameter.law(),
                parameter.unit(),
                parameter.meaning());
    }

    private static List<Setting> learnedSettings(Learned learned) {
        String path = "learned." + learned.name() + ".";
        String column = column(learned.name()) + "_";
        Law notNegative = new Law.AtLeast(0);
        return List.of(
                Setting.number(
                        path + "mean",
                        column + "mean",
                        new Law.Anything(),
                        learned.unit(),
                        learned.meaning() + " The mean of its first value."),
                Setting.number(
                        path + "deviation",
                        column + "deviation",
                        notNegative,
                        learned.unit(),
                        "The standard deviation of its first value."),
                Setting.number(
                        path + "learning-rate",
                        column + "learning_rate",
                        notNegative,
                        "1",
                        "Its own learning rate at epoch 0, which decays as the network's does."),
                Setting.number(
                        path + "weight-decay", column + "weight_decay", notNegative, "1", "Its own weight decay."));
    }

    private static List<Setting> matchingSettings(Matching matching) {
        return List.of(
                Setting.number(
                        "matching.point",
                        "matching_point",
                        new Law.GreaterThan(0),
                        matching.unit(),
                        "Where the baseline joins its patches (" + matching.smoothness() + ")."),
                Setting.number(
                        "matching.band",
                        "matching_band",
                        new Law.Between(0, 1),
                        "1",
                        "How far the matching points at the baseline's band lie from it, in parts of it."));
    }

    private static Setting weightSetting(LossTerm term) {
        return new Setting(
                "loss.weights." + term.name(),
                weightColumn(term.name()),
                ValueType.NUMBER_OR_RULE,
                new Law.AtLeast(0),
                List.of(STIFFNESS_MATCHED),
                Setting.Role.QUESTION,
                "1",
                "The weight of the loss term: " + term.meaning());
    }

    /** The result column that holds the weight of a loss term. */
    public static String weightColumn(String term) {
        return "weight_" + column(term);
    }

    /** The result column that holds the loss of a term. */
    public static String lossColumn(String term) {
        return "loss_" + column(term);
    }

    /** The result column, or its part, that a declared name becomes: hyphens are underscores. */
    public static String column(String name) {
        return name.replace('-', '_');
    }
}
