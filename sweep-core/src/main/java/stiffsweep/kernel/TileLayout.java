package stiffsweep.kernel;

/**
 * How a jet stands in tiles: a tile holds some points, for each feature a row of {@code [streams, points of a tile]}. The
 * streams are the values, then the first derivatives by direction, then the second derivatives along the first of the
 * directions.
 *
 * @param points the number of points; the last tile is filled up with zeros
 * @param firsts the number of directions along which first derivatives are carried
 * @param seconds the number of directions, the first ones, along which second derivatives are carried too
 */
public record TileLayout(int points, int firsts, int seconds) {

    /** The fewest points of a tile: a vector of 512 bits in float32. */
    private static final int FEWEST = 16;
    /** The numbers in a row that fill the blocks of a product, at least. */
    private static final int ROW = 64;

    public TileLayout {
        if (points < 1) {
            throw new IllegalArgumentException("a jet must have 1 or more points, but got " + points);
        }
        if (seconds < 0 || seconds > firsts) {
            throw new IllegalArgumentException(
                    "second derivatives must be along 0 to " + firsts + " directions, but got " + seconds);
        }
    }

    /** The number of values and derivatives at a point. */
    public int streams() {
        return 1 + firsts + seconds;
    }

    /**
     * The points in a tile. The order in which sums over points are made follows from it, so it depends on the shape of
     * the jet alone and never on the machine.
     */
    public int tilePoints() {
        int tile = FEWEST;
        while (tile * streams() < ROW && tile < points) {
            tile *= 2;
        }
        return tile;
    }

    /** The numbers of a feature in a tile. */
    public int row() {
        return streams() * tilePoints();
    }

    public int tiles() {
        return (points + tilePoints() - 1) / tilePoints();
    }
}
