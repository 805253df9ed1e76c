package stiffsweep.formula;

import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;

/**
 * Sums over the nodes of an input that is integrated over.
 *
 * @param weights what each node counts in a mean, {@code [1 or trials, 1, nodes]}
 * @param length the length of the input's range, {@code [1 or trials, 1, 1]}
 */
public record NodeSum(Dual weights, Dual length) {

    Dual mean(Dual quantity) {
        return quantity.times(weights).sumOverNodes();
    }

    Jet mean(Jet quantity) {
        return quantity.timesConstant(weights).sumOverNodes();
    }

    Dual integral(Dual quantity) {
        return mean(quantity).times(length);
    }

    Jet integral(Jet quantity) {
        return mean(quantity).timesConstant(length);
    }
}
