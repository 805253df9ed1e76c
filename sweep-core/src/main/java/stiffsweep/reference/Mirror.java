package stiffsweep.reference;

/** How a field goes on beyond the ends of a line: as its own mirror image. */
public enum Mirror {
    /**
     * The image itself: no slope at the ends. A periodic field that is even about the middle of its period is so from there
     * to the edge.
     */
    EVEN(1),
    /** The image with the other sign: the field is zero at the ends. */
    ODD(-1);

    private final double sign;

    Mirror(double sign) {
        this.sign = sign;
    }

    double sign() {
        return sign;
    }
}
