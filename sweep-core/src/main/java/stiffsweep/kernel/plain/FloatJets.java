package stiffsweep.kernel.plain;

import static stiffsweep.kernel.lane.FloatVector.broadcast;
import static stiffsweep.kernel.lane.FloatVector.fromArray;
import static stiffsweep.kernel.plain.FloatLanes.FIRSTS;
import static stiffsweep.kernel.plain.FloatLanes.LANES;
import static stiffsweep.kernel.plain.FloatLanes.POINTS;
import static stiffsweep.kernel.plain.FloatLanes.ROW;
import static stiffsweep.kernel.plain.FloatLanes.SECONDS;
import static stiffsweep.kernel.plain.FloatLanes.SPECIES;

import stiffsweep.kernel.lane.FloatVector;

/**
 * The chain rule through an activation: first derivatives {@code h' = g'(u) u'}, second derivatives {@code h'' = g'(u) u'' +
 * g''(u) u'^2}, along each direction.
 */
final class FloatJets {

    /** So many features at a time: what is worked out for them stays in the nearest cache. */
    private static final int CHUNK = 16;

    private final FloatActivations activations = new FloatActivations(CHUNK * POINTS);

    /**
     * Turns the jet of u, of which the biases are still to be added, into that of g(u).
     *
     * @param x where the tile stands
     * @param from where it starts
     * @param biases of the features
     * @param bias where they start
     * @param slopes takes g'(u) and what multiplies each derivative's adjoint in the adjoint of u: g'' u', then g'' u'' +
     *     g''' u'^2
     * @param to where that tile starts
     */
    void pushForward(float[] x, int from, int features, float[] biases, int bias, float[] slopes, int to) {
        for (int feature = 0; feature < features; feature += CHUNK) {
            int count = Math.min(CHUNK, features - feature);
            int at = from + feature * ROW;
            shifted(x, at, count, biases, bias + feature);
            activations.evaluate(count * POINTS);
            for (int i = 0; i < count; i++) {
                derivatives(x, at + i * ROW, slopes, to + (feature + i) * ROW, i * POINTS);
            }
        }
    }

    private void shifted(float[] x, int from, int count, float[] biases, int bias) {
        for (int i = 0; i < count; i++) {
            FloatVector b = broadcast(SPECIES, biases[bias + i]);
            for (int point = 0; point < POINTS; point += LANES) {
                fromArray(SPECIES, x, from + i * ROW + point).add(b).intoArray(activations.u, i * POINTS + point);
            }
        }
    }

    /** The values and derivatives of one feature, whose activation stands in a place of its own. */
    private void derivatives(float[] x, int from, float[] slopes, int to, int activated) {
        for (int point = 0; point < POINTS; point += LANES) {
            FloatVector slope = fromArray(SPECIES, activations.slope, activated + point);
            slope.intoArray(slopes, to + point);
            fromArray(SPECIES, activations.value, activated + point).intoArray(x, from + point);
            for (int direction = 1; direction <= FIRSTS; direction++) {
                int first = direction * POINTS + point;
                FloatVector bend = fromArray(SPECIES, activations.bend, activated + point);
                FloatVector du = fromArray(SPECIES, x, from + first);
                FloatVector bent = bend.mul(du);
                if (direction <= SECONDS) {
                    int second = first + FIRSTS * POINTS;
                    FloatVector ddu = fromArray(SPECIES, x, from + second);
                    FloatVector curved = fromArray(SPECIES, activations.curve, activated + point)
                            .mul(du)
                            .mul(du);
                    bend.fma(ddu, curved).intoArray(slopes, to + second);
                    slope.fma(ddu, bent.mul(du)).intoArray(x, from + second);
                }
                bent.intoArray(slopes, to + first);
                slope.mul(du).intoArray(x, from + first);
            }
        }
    }

    /**
     * Turns the adjoint of g(u) into that of u.
     *
     * @param adjoint where the tile of the adjoint stands
     * @param from where it starts
     * @param slopes what {@link #pushForward} left
     * @param slopesAt where that tile starts
     */
    static void pullBack(float[] adjoint, int from, int features, float[] slopes, int slopesAt) {
        for (int feature = 0; feature < features; feature++) {
            for (int point = 0; point < POINTS; point += LANES) {
                int at = from + feature * ROW + point;
                int slopeAt = slopesAt + feature * ROW + point;
                FloatVector slope = fromArray(SPECIES, slopes, slopeAt);
                FloatVector value = fromArray(SPECIES, adjoint, at).mul(slope);
                for (int direction = 1; direction <= FIRSTS; direction++) {
                    int first = direction * POINTS;
                    FloatVector bent = fromArray(SPECIES, slopes, slopeAt + first);
                    FloatVector ofFirst = fromArray(SPECIES, adjoint, at + first);
                    value = ofFirst.fma(bent, value);
                    FloatVector result = ofFirst.mul(slope);
                    if (direction <= SECONDS) {
                        int second = first + FIRSTS * POINTS;
                        FloatVector ofSecond = fromArray(SPECIES, adjoint, at + second);
                        value = ofSecond.fma(fromArray(SPECIES, slopes, slopeAt + second), value);
                        result = ofSecond.add(ofSecond).fma(bent, result);
                        ofSecond.mul(slope).intoArray(adjoint, at + second);
                    }
                    result.intoArray(adjoint, at + first);
                }
                value.intoArray(adjoint, at);
            }
        }
    }

    /**
     * Turns the tangent of u into that of g(u).
     *
     * @param tangent where the tile of the tangent stands
     * @param from where it starts
     * @param slopes what {@link #pushForward} left
     * @param slopesAt where that tile starts
     */
    static void pushTangent(float[] tangent, int from, int features, float[] slopes, int slopesAt) {
        for (int feature = 0; feature < features; feature++) {
            for (int point = 0; point < POINTS; point += LANES) {
                int at = from + feature * ROW + point;
                int slopeAt = slopesAt + feature * ROW + point;
                FloatVector slope = fromArray(SPECIES, slopes, slopeAt);
                FloatVector value = fromArray(SPECIES, tangent, at);
                for (int direction = 1; direction <= FIRSTS; direction++) {
                    int first = direction * POINTS;
                    FloatVector bent = fromArray(SPECIES, slopes, slopeAt + first);
                    FloatVector ofFirst = fromArray(SPECIES, tangent, at + first);
                    if (direction <= SECONDS) {
                        int second = first + FIRSTS * POINTS;
                        FloatVector bend = fromArray(SPECIES, slopes, slopeAt + second);
                        FloatVector ofSecond = fromArray(SPECIES, tangent, at + second);
                        FloatVector result = ofSecond.mul(slope);
                        result = ofFirst.add(ofFirst).fma(bent, result);
                        value.fma(bend, result).intoArray(tangent, at + second);
                    }
                    value.fma(bent, ofFirst.mul(slope)).intoArray(tangent, at + first);
                }
                value.mul(slope).intoArray(tangent, at);
            }
        }
    }

    /** Adds the biases to the values of a tile. */
    static void shift(float[] x, int from, int features, float[] biases, int bias) {
        for (int feature = 0; feature < features; feature++) {
            FloatVector b = broadcast(SPECIES, biases[bias + feature]);
            for (int point = 0; point < POINTS; point += LANES) {
                int at = from + feature * ROW + point;
                fromArray(SPECIES, x, at).add(b).intoArray(x, at);
            }
        }
    }

    /** Adds another tile to a tile. */
    static void add(float[] x, int from, int features, float[] other) {
        for (int i = 0; i < features * ROW; i += LANES) {
            fromArray(SPECIES, x, from + i).add(fromArray(SPECIES, other, i)).intoArray(x, from + i);
        }
    }
}
