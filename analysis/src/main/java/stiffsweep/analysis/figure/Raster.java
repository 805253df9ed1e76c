package stiffsweep.analysis.figure;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The picture of a layer between its axes: each pixel has the colour of the nearest place of the grid, so that places may
 * stand at any distance from each other, and few colours make a small file.
 */
final class Raster {

    private Raster() {}

    /**
     * The picture of a layer.
     *
     * @param map the maps it is one of
     * @param x the horizontal axis, from edge to edge
     * @param y the vertical axis, from edge to edge
     * @param colours the values of the lowest and the highest colour
     * @param side how many pixels it is wide and high
     */
    static BufferedImage of(Heatmap map, Heatmap.Layer layer, PlotRange x, PlotRange y, PlotRange colours, int side) {
        int[] columns = nearest(map.columns(), x, side);
        int[] rows = nearest(map.rows(), y, side);
        BufferedImage image = image(side, side);
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                double value = layer.values().get(map.place(columns[i], rows[j]));
                paint(image, i, side - 1 - j, part(colours.position(value), colours));
            }
        }
        return image;
    }

    /** All colours from the lowest to the highest, one pixel high. */
    static BufferedImage scale(int width) {
        BufferedImage image = image(width, 1);
        for (int i = 0; i < width; i++) {
            paint(image, i, 0, i / (width - 1.0));
        }
        return image;
    }

    private static BufferedImage image(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, ColourScale.COLOURS);
    }

    private static void paint(BufferedImage image, int x, int y, double part) {
        image.getRaster().setSample(x, y, 0, ColourScale.level(part));
    }

    /** How far along a range a position is, from 0 to 1. */
    static double part(double position, PlotRange range) {
        return (position - range.lower()) / (range.upper() - range.lower());
    }

    /** For each pixel along a range the place that is nearest to its middle. */
    private static int[] nearest(List<Double> places, PlotRange range, int pixels) {
        double[] parts = places.stream()
                .mapToDouble(place -> part(range.position(place), range))
                .toArray();
        int[] nearest = new int[pixels];
        int place = 0;
        for (int i = 0; i < pixels; i++) {
            double middle = (i + 0.5) / pixels;
            while (place + 1 < parts.length && parts[place + 1] - middle < middle - parts[place]) {
                place++;
            }
            nearest[i] = place;
        }
        return nearest;
    }
}
