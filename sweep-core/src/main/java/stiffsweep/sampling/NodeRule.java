package stiffsweep.sampling;

import stiffsweep.declare.ProblemDeclaration.Domain;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.Settings;
import stiffsweep.reference.Quadrature;

/** The nodes of an input that is integrated over. */
public final class NodeRule {

    private NodeRule() {}

    /** The rule that a trial's settings ask for. */
    public static Quadrature of(Input input, Settings settings) {
        Settings range = settings.under("domain." + input.name());
        double from = range.number("from");
        double to = range.number("to");
        int nodes = settings.count("points." + input.name() + ".nodes");
        Domain domain = input.domain();
        return domain != null && domain.isByHalves()
                ? Quadrature.legendreByHalves(from, to, nodes)
                : Quadrature.legendre(from, to, nodes);
    }
}
