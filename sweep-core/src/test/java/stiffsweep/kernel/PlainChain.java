package stiffsweep.kernel;

import org.apache.commons.numbers.gamma.Erfc;
import stiffsweep.choice.Activation;

/** A dense chain on jets in plain loops over one point after the other, in double precision: what the kernel must give. */
final class PlainChain {

    private final ChainShape shape;
    private final TileLayout layout;
    private final double[] parameters;

    final double[] output;
    final double[] gradient;
    final double[] inputAdjoint;

    /** The pass of a jet {@code [streams points, inputs]} and of an output's adjoint. */
    PlainChain(ChainShape shape, TileLayout layout, double[] parameters, double[] input, double[] outputAdjoint) {
        this.shape = shape;
        this.layout = layout;
        this.parameters = parameters;
        output = new double[outputAdjoint.length];
        gradient = new double[parameters.length];
        inputAdjoint = new double[input.length];
        for (int point = 0; point < layout.points(); point++) {
            pass(point, input, outputAdjoint);
        }
    }

    private void pass(int point, double[] input, double[] outputAdjoint) {
        int layers = shape.layers();
        double[][][] features = new double[layers + 1][][];
        double[][][] affine = new double[layers][][];
        features[0] = rows(point, input, shape.inputs(0));
        for (int layer = 0; layer < layers; layer++) {
            affine[layer] = affine(layer, features[layer]);
            features[layer + 1] = layer < layers - 1 ? activated(affine[layer]) : affine[layer];
        }
        put(point, output, features[layers]);
        double[][] adjoint = rows(point, outputAdjoint, shape.outputs(layers - 1));
        for (int layer = layers - 1; layer >= 0; layer--) {
            if (layer < layers - 1) {
                adjoint = pulledBack(affine[layer], adjoint);
            }
            addGradient(layer, features[layer], adjoint);
            adjoint = throughWeights(layer, adjoint);
        }
        put(point, inputAdjoint, adjoint);
    }

    private double[][] affine(int layer, double[][] x) {
        double[][] y = new double[layout.streams()][shape.outputs(layer)];
        for (int stream = 0; stream < y.length; stream++) {
            for (int j = 0; j < y[stream].length; j++) {
                y[stream][j] = stream == 0 ? parameters[shape.biasesAt(layer) + j] : 0;
                for (int i = 0; i < shape.inputs(layer); i++) {
                    y[stream][j] += weight(layer, i, j) * x[stream][i];
                }
            }
        }
        return y;
    }

    private double[][] throughWeights(int layer, double[][] adjoint) {
        double[][] x = new double[layout.streams()][shape.inputs(layer)];
        for (int stream = 0; stream < x.length; stream++) {
            for (int i = 0; i < x[stream].length; i++) {
                for (int j = 0; j < shape.outputs(layer); j++) {
                    x[stream][i] += weight(layer, i, j) * adjoint[stream][j];
                }
            }
        }
        return x;
    }

    private void addGradient(int layer, double[][] x, double[][] adjoint) {
        for (int j = 0; j < shape.outputs(layer); j++) {
            gradient[shape.biasesAt(layer) + j] += adjoint[0][j];
            for (int stream = 0; stream < layout.streams(); stream++) {
                for (int i = 0; i < shape.inputs(layer); i++) {
                    gradient[shape.weightsAt(layer) + i * shape.outputs(layer) + j] +=
                            x[stream][i] * adjoint[stream][j];
                }
            }
        }
    }

    private double weight(int layer, int i, int j) {
        return parameters[shape.weightsAt(layer) + i * shape.outputs(layer) + j];
    }

    private double[][] activated(double[][] u) {
        double[][] h = new double[u.length][u[0].length];
        for (int f = 0; f < u[0].length; f++) {
            double[] g = derivatives(shape.activation(), u[0][f]);
            h[0][f] = g[0];
            for (int d = 1; d <= layout.firsts(); d++) {
                h[d][f] = g[1] * u[d][f];
            }
            for (int d = 1; d <= layout.seconds(); d++) {
                int dd = d + layout.firsts();
                h[dd][f] = g[1] * u[dd][f] + g[2] * u[d][f] * u[d][f];
            }
        }
        return h;
    }

    private double[][] pulledBack(double[][] u, double[][] h) {
        double[][] a = new double[u.length][u[0].length];
        for (int f = 0; f < u[0].length; f++) {
            double[] g = derivatives(shape.activation(), u[0][f]);
            a[0][f] = g[1] * h[0][f];
            for (int d = 1; d <= layout.firsts(); d++) {
                a[0][f] += g[2] * u[d][f] * h[d][f];
                a[d][f] = g[1] * h[d][f];
            }
            for (int d = 1; d <= layout.seconds(); d++) {
                int dd = d + layout.firsts();
                a[0][f] += (g[2] * u[dd][f] + g[3] * u[d][f] * u[d][f]) * h[dd][f];
                a[d][f] += 2 * g[2] * u[d][f] * h[dd][f];
                a[dd][f] = g[1] * h[dd][f];
            }
        }
        return a;
    }

    /** The activation and its first three derivatives. */
    static double[] derivatives(Activation activation, double u) {
        return switch (activation) {
            case GELU -> gelu(u);
            case TANH -> tanh(u);
            case SINE -> new double[] {Math.sin(u), Math.cos(u), -Math.sin(u), -Math.cos(u)};
            case SILU -> silu(u);
        };
    }

    private static double[] gelu(double u) {
        double distribution = Erfc.value(-u / Math.sqrt(2)) / 2;
        double density = Math.exp(-u * u / 2) / Math.sqrt(2 * Math.PI);
        return new double[] {
            u * distribution, distribution + u * density, (2 - u * u) * density, (u * u - 4) * u * density
        };
    }

    private static double[] tanh(double u) {
        double t = Math.tanh(u);
        double slope = 1 / (Math.cosh(u) * Math.cosh(u));
        return new double[] {t, slope, -2 * t * slope, slope * (4 - 6 * slope)};
    }

    private static double[] silu(double u) {
        double s = 1 / (1 + Math.exp(-u));
        double s1 = 1 / ((1 + Math.exp(-u)) * (1 + Math.exp(u)));
        double s2 = s1 * (1 - 2 * s);
        double s3 = s2 * (1 - 2 * s) - 2 * s1 * s1;
        return new double[] {u * s, s + u * s1, 2 * s1 + u * s2, 3 * s2 + u * s3};
    }

    private double[][] rows(int point, double[] stacked, int features) {
        double[][] rows = new double[layout.streams()][features];
        for (int stream = 0; stream < rows.length; stream++) {
            System.arraycopy(stacked, (stream * layout.points() + point) * features, rows[stream], 0, features);
        }
        return rows;
    }

    private void put(int point, double[] stacked, double[][] rows) {
        for (int stream = 0; stream < rows.length; stream++) {
            int features = rows[stream].length;
            System.arraycopy(rows[stream], 0, stacked, (stream * layout.points() + point) * features, features);
        }
    }
}
