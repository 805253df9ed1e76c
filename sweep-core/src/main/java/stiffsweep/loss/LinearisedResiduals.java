package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import stiffsweep.jet.Dual;
import stiffsweep.network.Model;
import stiffsweep.tensor.Tape;

/** Residuals at some parameters with the products of their Jacobian J, which need not be formed. */
public sealed interface LinearisedResiduals {

    /** The residuals, {@code [trials, residuals, 1]}. */
    NDArray values();

    /**
     * J times a direction of the parameters, {@code [trials, residuals, 1]}.
     *
     * @param direction {@code [trials, parameters]}
     */
    NDArray times(NDArray direction);

    /**
     * The transposed Jacobian times a vector, {@code [trials, parameters]}.
     *
     * @param vector {@code [trials, residuals, 1]}
     */
    NDArray transposeTimes(NDArray vector);

    /**
     * Residuals that depend on the networks at their own point only: what each of them makes of the networks there is known
     * once and for all.
     *
     * @param passes the networks' forward passes
     * @param values the residuals, {@code [trials, residuals, 1]}
     * @param adjoints the derivative of each residual with respect to each network's output jet at its point
     */
    record Pointwise(Model.Passes passes, NDArray values, List<NDArray> adjoints) implements LinearisedResiduals {

        /** The Jacobian times its transpose, {@code [trials, residuals, residuals]}. */
        public NDArray gram() {
            return passes.gram(adjoints);
        }

        /** The derivatives of the residuals, {@code [trials, residuals, parameters]}. */
        public NDArray jacobian() {
            return passes.jacobian(adjoints);
        }

        @Override
        public NDArray times(NDArray direction) {
            List<NDArray> tangents = passes.tangents(direction);
            NDArray product = values.zerosLike();
            for (int network = 0; network < tangents.size(); network++) {
                NDArray shares = tangents.get(network).mul(adjoints.get(network));
                product.addi(byStream(shares).sum(new int[] {1, 3}).expandDims(2));
            }
            return product;
        }

        @Override
        public NDArray transposeTimes(NDArray vector) {
            return passes.gradient(
                    adjoints.stream().map(adjoint -> weighted(adjoint, vector)).toList());
        }

        /** An adjoint with the same factor for every stream of a point. */
        private NDArray weighted(NDArray adjoint, NDArray vector) {
            return byStream(adjoint).mul(vector.expandDims(1)).reshape(adjoint.getShape());
        }

        /** {@code [trials, streams residuals, outputs] -> [trials, streams, residuals, outputs]}. */
        private NDArray byStream(NDArray stacked) {
            return stacked.reshape(
                    values.getShape().get(0),
                    -1,
                    values.getShape().get(1),
                    stacked.getShape().get(2));
        }
    }

    /**
     * Residuals that depend on the networks at several points, as those with an average over nodes do: each product takes their
     * formulas once more, with tangents or on the tape.
     *
     * @param residuals where
     * @param parameters the parameters, {@code [trials, parameters]}
     * @param passes the networks' forward passes
     * @param values the residuals, {@code [trials, residuals, 1]}
     */
    record Coupled(Residuals residuals, NDArray parameters, Model.Passes passes, NDArray values)
            implements LinearisedResiduals {

        @Override
        public NDArray times(NDArray direction) {
            List<NDArray> tangents = passes.tangents(direction);
            List<Dual> outputs = new ArrayList<>();
            for (int network = 0; network < tangents.size(); network++) {
                outputs.add(Dual.of(passes.outputs().get(network), tangents.get(network)));
            }
            return residuals.values(outputs, parameters).tangentOrZero();
        }

        @Override
        public NDArray transposeTimes(NDArray vector) {
            return passes.gradient(Tape.gradients(passes.outputs(), leaves -> {
                List<Dual> outputs = leaves.stream().map(Dual::constant).toList();
                return residuals.values(outputs, parameters).value().mul(vector);
            }));
        }
    }
}
