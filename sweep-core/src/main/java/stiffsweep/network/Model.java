package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import stiffsweep.jet.Dual;

/**
 * The networks of a problem over a stack of trials. Their parameters stand in one flat tensor {@code [trials,
 * parameters]}, network by network.
 */
public final class Model {

    private final List<Part> parts;

    /** A model of networks in the order of their parameters. */
    public Model(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * A network of a model.
     *
     * @param name its name, by which its layers are told from another's; empty where there is no other
     */
    public record Part(String name, Network network) {}

    public List<Part> parts() {
        return parts;
    }

    /** The affine layers in the order of their parameters. */
    public List<Layer> layers() {
        return parts.stream().flatMap(part -> part.network.layers().stream()).toList();
    }

    /** The name of each of the layers, such as {@code layers.0} or {@code density.layers.0}. */
    public List<String> layerNames() {
        return parts.stream()
                .flatMap(part -> part.network.layerNames().stream()
                        .map(layer -> part.name.isEmpty() ? layer : part.name + "." + layer))
                .toList();
    }

    /** The number of parameters of one trial. */
    public int parameters() {
        return Math.toIntExact(
                parts.stream().mapToLong(part -> part.network.parameters()).sum());
    }

    /**
     * The forward pass of every network.
     *
     * @param parameters the flat parameters, {@code [trials, parameters]}
     * @param inputs where to evaluate each network
     */
    public Passes forward(NDArray parameters, List<JetInput> inputs) {
        List<Dual> pieces = pieces(Dual.constant(parameters));
        List<Pass> passes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            passes.add(parts.get(i).network.forward(pieces.get(i).value(), inputs.get(i)));
        }
        return new Passes(passes, sizes());
    }

    /**
     * The output jets of every network as formulas on the engine's tape, {@code [trials, rows, outputs]} each.
     *
     * @param parameters the flat parameters, {@code [trials, parameters]}
     * @param inputs where to evaluate each network
     */
    public List<Dual> formula(Dual parameters, List<JetInput> inputs) {
        List<Dual> pieces = pieces(parameters);
        List<Dual> outputs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            outputs.add(parts.get(i).network.formula(pieces.get(i), inputs.get(i)));
        }
        return outputs;
    }

    private List<Dual> pieces(Dual parameters) {
        return parameters.split(1, sizes());
    }

    /** The number of parameters of each network. */
    private long[] sizes() {
        return parts.stream().mapToLong(part -> part.network.parameters()).toArray();
    }

    /** The finished forward passes of a model's networks, and what can be differentiated of them. */
    public static final class Passes {

        private final List<Pass> passes;
        private final long[] sizes;

        private Passes(List<Pass> passes, long[] sizes) {
            this.passes = passes;
            this.sizes = sizes;
        }

        /** The output jets, {@code [trials, rows, outputs]} each. */
        public List<NDArray> outputs() {
            return passes.stream().map(Pass::output).toList();
        }

        /**
         * The tangents of the output jets, {@code [trials, rows, outputs]} each.
         *
         * @param direction of the parameters, {@code [trials, parameters]}
         */
        public List<NDArray> tangents(NDArray direction) {
            List<Dual> pieces = Dual.constant(direction).split(1, sizes);
            return IntStream.range(0, passes.size())
                    .mapToObj(i -> passes.get(i).tangent(pieces.get(i).value()))
                    .toList();
        }

        /**
         * The derivative of a scalar with respect to the parameters, {@code [trials, parameters]}.
         *
         * @param adjoints the scalar's derivative with respect to each output jet
         */
        public NDArray gradient(List<NDArray> adjoints) {
            return joined(eachPass(adjoints, Pass::gradient), 1);
        }

        /**
         * The derivatives of one number at each point with respect to the parameters, {@code [trials, points, parameters]}.
         *
         * @param adjoints the derivative of each point's number with respect to each output jet at that point
         */
        public NDArray jacobian(List<NDArray> adjoints) {
            return joined(eachPass(adjoints, Pass::jacobian), 2);
        }

        /**
         * The Jacobian times its transpose, without the Jacobian, {@code [trials, points, points]}.
         *
         * @param adjoints as for {@link #jacobian}
         */
        public NDArray gram(List<NDArray> adjoints) {
            return eachPass(adjoints, Pass::gram).stream().reduce(NDArray::addi).orElseThrow();
        }

        private List<NDArray> eachPass(List<NDArray> adjoints, Derivative derivative) {
            List<NDArray> derivatives = new ArrayList<>();
            for (int i = 0; i < passes.size(); i++) {
                derivatives.add(derivative.of(passes.get(i), adjoints.get(i)));
            }
            return derivatives;
        }

        private static NDArray joined(List<NDArray> pieces, int axis) {
            return pieces.size() == 1 ? pieces.get(0) : NDArrays.concat(new NDList(pieces), axis);
        }

        /** A derivative of one pass. */
        @FunctionalInterface
        private interface Derivative {
            NDArray of(Pass pass, NDArray adjoint);
        }
    }
}
