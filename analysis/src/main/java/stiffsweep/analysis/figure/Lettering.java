package stiffsweep.analysis.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of letters in figures, in units of the figure, and how wide texts are that are set in them. In print they have 7
 * points or more.
 */
final class Lettering {

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final float SMALLEST = 8;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Lettering() {}

    static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** A font as large as it may be for a text to be no wider than there is room, down to the smallest that can be read. */
    static Font fitting(String text, Font font, double room) {
        double part = room / Math.max(width(text, font), 1);
        return part >= 1 ? font : font.deriveFont((float) Math.max(SMALLEST, Math.floor(part * font.getSize())));
    }

    /** A text in lines that are no wider than there is room, broken between words, and within a word that is too long. */
    static List<String> lines(String text, Font font, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = line.isEmpty() ? word : " " + word;
            if (!line.isEmpty() && width(line + rest, font) > room) {
                lines.add(line.toString());
                line.setLength(0);
                rest = word;
            }
            for (int i = 0; i < rest.length(); i++) {
                if (!line.isEmpty() && width(line.toString() + rest.charAt(i), font) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(rest.charAt(i));
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
