package stiffsweep.sweep;

import java.util.List;
import stiffsweep.declare.Settings;
import stiffsweep.space.Point;

/**
 * What becomes of a point.
 *
 * @param applied the point without the values of the axes that do not apply there
 * @param settings its resolved settings; one that breaks a law may be left out
 * @param faults a sentence for each law that it breaks; none where it can be trained
 */
public record MadePoint(Point applied, Settings settings, List<String> faults) {

    public MadePoint {
        faults = List.copyOf(faults);
    }
}
