package stiffsweep.declare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stiffsweep.choice.Activation;
import stiffsweep.choice.Choice;
import stiffsweep.declare.ProblemDeclaration.Formulation;
import stiffsweep.declare.ProblemDeclaration.Network;

/**
 * The settings that choose among the forms in which a problem can be stated, with their defaults: only where there is
 * something to choose.
 */
public final class FormulationSettings {

    /** Which formulation stands for the equation. */
    public static final String FORMULATION = "loss.formulation";

    /** Whether conditions are met by terms of the loss, or by the fields whatever the networks give. */
    public static final String CONDITIONS = "loss.conditions";

    private static final String COMMON = "common";

    private FormulationSettings() {}

    /** How conditions are met. */
    public enum Conditions implements Choice {
        /** By terms of the loss. */
        SOFT,
        /** By the fields, whatever the networks give. */
        HARD
    }

    static Map<Setting, Object> of(ProblemDeclaration declaration) {
        Map<Setting, Object> defaults = new LinkedHashMap<>();
        List<String> names =
                declaration.formulations().stream().map(Formulation::name).toList();
        if (names.size() > 1) {
            defaults.put(
                    Setting.word(
                            FORMULATION,
                            "formulation",
                            names,
                            "The networks, fields and terms that stand for the equation."),
                    names.get(0));
        }
        if (declaration.formulations().stream().anyMatch(Formulation::hasHardConditions)) {
            Setting conditions = Setting.choice(
                    CONDITIONS,
                    "conditions",
                    List.of(Conditions.values()),
                    "How conditions are met: by terms of the loss, or by the fields whatever the networks give.");
            defaults.put(conditions, Conditions.SOFT.word());
        }
        declaration.formulations().stream()
                .flatMap(formulation -> formulation.networks().stream())
                .filter(network -> !network.name().isEmpty())
                .forEach(network -> add(network, defaults));
        return defaults;
    }

    private static void add(Network network, Map<Setting, Object> defaults) {
        String path = "networks." + network.name() + ".";
        String column = SettingsSchema.column(network.name()) + "_";
        defaults.put(
                Setting.count(
                        path + "width",
                        column + "width",
                        Law.NOT_NEGATIVE,
                        "neurons",
                        "The width of each hidden layer of this network; 0: as network.width."),
                0L);
        defaults.put(
                Setting.count(
                        path + "depth",
                        column + "depth",
                        Law.NOT_NEGATIVE,
                        "layers",
                        "The number of hidden layers of this network; 0: as network.depth."),
                0L);
        List<String> activations = new ArrayList<>(List.of(COMMON));
        activations.addAll(Choice.words(List.of(Activation.values())));
        defaults.put(
                Setting.word(
                        path + "activation",
                        column + "activation",
                        activations,
                        "The activation function of this network; common: as network.activation."),
                COMMON);
    }

    /** The settings of one network: the common ones, and its own where they are given. */
    static NetworkSettings of(Settings settings, String network) {
        NetworkSettings common = settings.network();
        if (network.isEmpty()) {
            return common;
        }
        Settings own = settings.under("networks." + network);
        String activation = own.word("activation");
        return common.with(
                own.count("width"),
                own.count("depth"),
                activation.equals(COMMON) ? common.activation() : Choice.of(Activation.class, activation));
    }
}
