package stiffsweep.analysis.figure;

import java.awt.Graphics2D;

/** A figure laid out, as wide as a column or a page, and as high as it must be. */
sealed interface Drawing permits HeatmapDrawing, PanelsDrawing {

    /** The width of a journal's column of 85 mm: a unit is 0.63 points. */
    int COLUMN = 380;

    /** The width of two columns. */
    int PAGE = 2 * COLUMN;

    int width();

    int height();

    void draw(Graphics2D canvas);

    static Drawing of(Picture picture) {
        if (picture instanceof Heatmap map) {
            return HeatmapDrawing.of(map);
        }
        return PanelsDrawing.of(picture instanceof Panels panels ? panels : Panels.of((Figure) picture));
    }
}
