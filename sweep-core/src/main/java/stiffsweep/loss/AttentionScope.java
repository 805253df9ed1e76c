package stiffsweep.loss;

import ai.djl.ndarray.NDArray;

/** Which residuals an attention weight multiplies. */
enum AttentionScope {
    /** The one at its own point: {@code mean (w_i r_i^2)}. */
    OWN_POINT {
        @Override
        NDArray of(NDArray squares) {
            return squares;
        }
    },
    /**
     * Those at all points: {@code mean (w_i) mean (r_i^2)}. The code published with arXiv 2602.21988 computes this, for
     * its weights of shape (N) times residuals of shape (N, 1) make an N x N matrix, whose mean is the loss.
     */
    ALL_POINTS {
        @Override
        NDArray of(NDArray squares) {
            return squares.mean(new int[] {1}, true);
        }
    };

    /** The squares that one weight meets: {@code [trials, points]}, or their means {@code [trials, 1]}. */
    abstract NDArray of(NDArray squares);
}
