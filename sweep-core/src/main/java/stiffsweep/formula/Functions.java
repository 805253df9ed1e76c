package stiffsweep.formula;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;

/** What fields are made of at the points of a set: the functions that the networks give, inputs and parameters. */
public final class Functions {

    private final Map<String, Jet> inputs;
    private final Map<String, Jet> functions;
    private final Map<String, NodeSum> sums;
    private final Parameters parameters;
    private final Map<String, FieldFormula> formulas;
    private final Map<String, Jet> made = new LinkedHashMap<>();
    private final Set<String> begun = new HashSet<>();

    /**
     * The functions at some points.
     *
     * @param inputs the inputs by name; each has the derivative 1 along itself
     * @param functions what the networks give, by the function's name
     * @param sums as for {@link Samples}
     * @param parameters as for {@link Samples}
     * @param formulas how each field is made
     */
    public Functions(
            Map<String, Jet> inputs,
            Map<String, Jet> functions,
            Map<String, NodeSum> sums,
            Parameters parameters,
            Map<String, FieldFormula> formulas) {
        this.inputs = inputs;
        this.functions = functions;
        this.sums = sums;
        this.parameters = parameters;
        this.formulas = formulas;
    }

    /** The only input. */
    public Jet x() {
        return Named.only("input", inputs);
    }

    /** An input. */
    public Jet input(String name) {
        return Named.of("an input", name, inputs);
    }

    /** A function that a network gives. */
    public Jet function(String name) {
        return Named.of("a function of a network", name, functions);
    }

    /**
     * A function where the input that is integrated over has the opposite sign, such as {@code f(t, x, -v)}: for parity. The
     * nodes must lie symmetrically about zero.
     */
    public Jet reflected(String name) {
        return function(name).reflected();
    }

    /** A parameter of the problem. */
    public Dual parameter(String name) {
        return parameters.number(name);
    }

    /** A word that the file chooses. */
    public String word(String name) {
        return parameters.word(name);
    }

    /** The mean over the only input that is integrated over, with its derivatives along the others. */
    public Jet average(Jet quantity) {
        return Named.only("input that is integrated over", sums).mean(quantity);
    }

    /** The integral over the only input that is integrated over, with its derivatives along the others. */
    public Jet integral(Jet quantity) {
        return Named.only("input that is integrated over", sums).integral(quantity);
    }

    /** Another field, which is made once. */
    public Jet field(String name) {
        Jet known = made.get(name);
        if (known != null) {
            return known;
        }
        if (!begun.add(name)) {
            throw new IllegalStateException("a field must be made of others, but " + name
                    + " is made of itself: take the function of a network, or other fields");
        }
        Jet field = Named.of("a field", name, formulas).at(this);
        made.put(name, field);
        return field;
    }

    /** Every field, in the order of the formulas. */
    public Map<String, Jet> fields() {
        Map<String, Jet> fields = new LinkedHashMap<>();
        formulas.keySet().forEach(name -> fields.put(name, field(name)));
        return fields;
    }
}
