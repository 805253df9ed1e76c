package stiffsweep.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import stiffsweep.jet.Dual;
import stiffsweep.tensor.Operations;

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
     * The forward passes of every network.
     *
     * @param parameters the flat parameters, {@code [trials, parameters]}
     * @param inputs where to evaluate each network, one pass each
     */
    public Passes forward(NDArray parameters, List<List<JetInput>> inputs) {
        List<Dual> pieces = pieces(Dual.constant(parameters));
        List<List<Pass>> passes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Network network = parts.get(i).network;
            NDArray piece = pieces.get(i).value();
            passes.add(inputs.get(i).stream()
                    .map(input -> network.forward(piece, input))
                    .toList());
        }
        return new Passes(passes, sizes());
    }

    /**
     * The output jets of every network as formulas on the engine's tape, {@code [trials, rows, outputs]} each.
     *
     * @param parameters the flat parameters, {@code [trials, parameters]}
     * @param inputs where to evaluate each network
     * @return in the order of {@link Passes#outputs}
     */
    public List<Dual> formula(Dual parameters, List<List<JetInput>> inputs) {
        List<Dual> pieces = pieces(parameters);
        List<Dual> outputs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (JetInput input : inputs.get(i)) {
                outputs.add(parts.get(i).network.formula(pieces.get(i), input));
            }
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

        private final List<List<Pass>> ofNetworks;
        private final List<Pass> all;
        private final long[] sizes;

        private Passes(List<List<Pass>> ofNetworks, long[] sizes) {
            this.ofNetworks = ofNetworks;
            this.sizes = sizes;
            all = ofNetworks.stream().flatMap(List::stream).toList();
        }

        /** The output jets, {@code [trials, rows, outputs]} each: all of the first network, then those of the next. */
        public List<NDArray> outputs() {
            return all.stream().map(Pass::output).toList();
        }

        /**
         * The tangents of the output jets, {@code [trials, rows, outputs]} each.
         *
         * @param direction of the parameters, {@code [trials, parameters]}
         */
        public List<NDArray> tangents(NDArray direction) {
            List<Dual> pieces = Dual.constant(direction).split(1, sizes);
            List<NDArray> tangents = new ArrayList<>();
            for (int network = 0; network < ofNetworks.size(); network++) {
                for (Pass pass : ofNetworks.get(network)) {
                    tangents.add(pass.tangent(pieces.get(network).value()));
                }
            }
            return tangents;
        }

        /**
         * The derivative of a scalar with respect to the parameters, {@code [trials, parameters]}.
         *
         * @param adjoints the scalar's derivative with respect to each output jet
         */
        public NDArray gradient(List<NDArray> adjoints) {
            Iterator<NDArray> next = adjoints.iterator();
            List<NDArray> gradients = ofNetworks.stream()
                    .map(passes -> passes.stream()
                            .map(pass -> pass.gradient(next.next()))
                            .reduce(NDArray::addi)
                            .orElseThrow())
                    .toList();
            return joined(gradients, 1);
        }

        /**
         * The derivatives of one number at each point with respect to the parameters, {@code [trials, points, parameters]}.
         *
         * @param adjoints the derivative of each point's number with respect to each output jet at that point; of each network
         *     there must be one
         */
        public NDArray jacobian(List<NDArray> adjoints) {
            return joined(eachNetwork(adjoints, Pass::jacobian), 2);
        }

        /**
         * The Jacobian times its transpose, without the Jacobian, {@code [trials, points, points]}.
         *
         * @param adjoints as for {@link #jacobian}
         */
        public NDArray gram(List<NDArray> adjoints) {
            return eachNetwork(adjoints, Pass::gram).stream()
                    .reduce(NDArray::addi)
                    .orElseThrow();
        }

        private List<NDArray> eachNetwork(List<NDArray> adjoints, BiFunction<Pass, NDArray, NDArray> derivative) {
            if (all.size() != ofNetworks.size()) {
                throw new IllegalStateException(
                        "derivatives of each point's number need one pass of each network, but got " + all.size()
                                + " passes of " + ofNetworks.size() + " networks");
            }
            List<NDArray> derivatives = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                derivatives.add(derivative.apply(all.get(i), adjoints.get(i)));
            }
            return derivatives;
        }

        private static NDArray joined(List<NDArray> pieces, int axis) {
            return pieces.size() == 1 ? pieces.get(0) : Operations.concat(new NDList(pieces), axis);
        }
    }
}
