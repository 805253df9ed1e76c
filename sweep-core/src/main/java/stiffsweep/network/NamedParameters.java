package stiffsweep.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stiffsweep.result.NamedTensor;

/** The parameters of one model with the names and axes that they would have in a module of PyTorch. */
public final class NamedParameters {

    private NamedParameters() {}

    /**
     * The weights {@code [outputs, inputs]} and biases {@code [outputs]} of each layer, and each learned scalar.
     *
     * @param parameters numbers that start with the model's flat parameters
     * @param scalars the names of the learned scalars, which are the last parameters
     */
    public static List<NamedTensor> of(Model model, double[] parameters, List<String> scalars) {
        List<NamedTensor> tensors = new ArrayList<>();
        List<Layer> layers = model.layers();
        int from = 0;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            int weights = layer.inputs() * layer.outputs();
            double[] bias = Arrays.copyOfRange(parameters, from + weights, from + layer.parameters());
            if (weights == 0) {
                for (int scalar = 0; scalar < bias.length; scalar++) {
                    tensors.add(new NamedTensor(scalars.get(scalar), List.of(), new double[] {bias[scalar]}));
                }
            } else {
                String name = model.layerNames().get(i);
                tensors.add(new NamedTensor(
                        name + ".weight",
                        List.of(layer.outputs(), layer.inputs()),
                        transposed(parameters, from, layer)));
                tensors.add(new NamedTensor(name + ".bias", List.of(layer.outputs()), bias));
            }
            from += layer.parameters();
        }
        return tensors;
    }

    private static double[] transposed(double[] parameters, int from, Layer layer) {
        double[] transposed = new double[layer.inputs() * layer.outputs()];
        for (int in = 0; in < layer.inputs(); in++) {
            for (int out = 0; out < layer.outputs(); out++) {
                transposed[out * layer.inputs() + in] = parameters[from + in * layer.outputs() + out];
            }
        }
        return transposed;
    }
}
