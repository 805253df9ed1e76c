package stiffsweep.analysis.figure;

import java.awt.Graphics2D;

/** A figure laid out, always as wide, and as high as it must be. */
sealed interface Drawing permits ChartDrawing, HeatmapDrawing {

    int WIDTH = 760;

    int height();

    void draw(Graphics2D canvas);

    static Drawing of(Picture picture) {
        return picture instanceof Heatmap map ? HeatmapDrawing.of(map) : ChartDrawing.of((Figure) picture);
    }
}
