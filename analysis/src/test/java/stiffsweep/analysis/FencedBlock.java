package stiffsweep.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of code on a page of the documentation.
 *
 * @param language what stands behind the fence; empty for what a program printed
 * @param text the lines between the fences
 */
public record FencedBlock(String language, String text) {

    private static final String FENCE = "```";

    /** The page, from a module's folder. */
    public static Path page(String name) {
        return Path.of("..", "docs", name);
    }

    /** The blocks of a page, in order. */
    public static List<FencedBlock> of(Path page) throws IOException {
        List<FencedBlock> blocks = new ArrayList<>();
        String language = null;
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(page)) {
            if (!line.startsWith(FENCE)) {
                text.append(line).append('\n');
            } else if (language == null) {
                language = line.substring(FENCE.length());
                text.setLength(0);
            } else {
                blocks.add(new FencedBlock(language, text.toString()));
                language = null;
            }
        }
        return blocks;
    }
}
