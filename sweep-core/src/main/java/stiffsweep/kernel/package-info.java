/**
 * Dense chains on jets on the CPU: forward pass, adjoint and tangent of one trial at a time, without the engine, with the same bits
 * on every processor. {@link stiffsweep.kernel.Lanes} makes a {@link stiffsweep.kernel.FloatChain} or its twin in float64.
 *
 * <p><b>Layout.</b> A jet of a layer stands in tiles ({@link stiffsweep.kernel.TileLayout}). A tile holds 16 to 64 points: for
 * each feature a row of {@code [streams, points of the tile]}, so that neighbours in memory are points, and one product serves
 * values and derivatives. A tile goes through all layers before the next one starts, so what a layer writes is still in the
 * cache when the next one reads it. Rows are filled up to whole blocks of four features and tiles to whole vectors; what
 * fills them up is zero in every input and adjoint, so it adds nothing to any sum. Tiles start where they do not all meet in
 * the same sets of the cache.
 *
 * <p><b>Forward.</b> For each layer a product with its weights, each sum in the order of the features, four features and as
 * many vectors of points at a time as registers hold; then the activation g on the values, and by the chain rule the
 * derivatives. What the way back and tangents need (g', g'' u', ..) is left in a second jet; the way back leaves the adjoint of the
 * layer's affine output in a third. From these come all derivatives, in any order and as often as wanted: the weights' gradient is
 * a sum over all points of products of adjoints with the layer's input.
 *
 * <p><b>Second order.</b> The products of the points' gradients with each other (the Gram matrix, J J^T) are sums over layers and
 * pairs of streams: products of the inputs of two points times products of their adjoints, so that with S streams a pair of points
 * costs S^2 (inputs + outputs) multiplications a layer in place of the inputs times outputs of gradients that were formed. The two
 * products are made by the loops of the forward pass, one tile's columns being the weights of another, and multiplied while they are
 * in the nearest cache. Their sums go over features and are in the order of these. Where a row for each point is asked for (the
 * Jacobian J), it is formed.
 *
 * <p><b>Virtual lanes.</b> Sums over points are the only sums whose order would follow the width of the machine's vectors. They
 * have the partial sums that vectors of 512 bits would have, 16 in float32 and 8 in float64, on every machine: narrower vectors
 * go over the points several times, each time for some of the partial sums. Those are then added up by halves. All other
 * operations are one rounding of their exact result for each number: sums, products, quotients and fused multiplications with
 * additions. The functions are our own polynomials of these, as those of processors and libraries differ in their last bits.
 * So 128, 256 and 512 bits and one number at a time give the same bits, and no result depends on which machine has it.
 *
 * <p><b>One source.</b> The loops are written once, for float32 and one lane, in {@code kernel.plain} against {@code
 * kernel.lane}. The build derives from them float64 and the package {@code kernel.vector}, for {@code jdk.incubator.vector}, by
 * replacing words ({@code src/build/DeriveKernel.java}). {@link stiffsweep.kernel.CopiedClasses} loads a copy of them for each
 * width, shape of jet and activation.
 *
 * <p>A chain is quick after some seconds: the virtual machine first has to compile its loops. Where it has no compiler C2 or no
 * module of vectors, one lane is what it gets: the same bits, some fifty times slower.
 */
@NullMarked
package stiffsweep.kernel;

import org.jspecify.annotations.NullMarked;
