package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stiffsweep.analysis.Results;

/**
 * The solution of each method's median trial beside the truth, at one end of x: two figures for each field that depends on
 * two inputs or more.
 */
final class SurfaceFigures {

    private SurfaceFigures() {}

    static List<CaptionedFigure> of(Extreme extreme, Results results) {
        Map<String, TrialGroup> methods = TrialGroup.by(extreme.trials(), ReportedTrial::group);
        List<String> groups = List.copyOf(methods.keySet());
        Inputs inputs = Inputs.of(results);
        List<CaptionedFigure> figures = new ArrayList<>();
        methods.forEach((group, ofMethod) -> {
            MedianTrial median = MedianTrial.of(ofMethod);
            if (median != null) {
                int method = groups.size() == 1 ? 0 : 1 + groups.indexOf(group);
                inputs.several(results, median.trial().id())
                        .forEach((field, ofField) ->
                                figures.addAll(figures(new Surface(extreme, field, median, method), results, ofField)));
            }
        });
        return figures;
    }

    private static List<CaptionedFigure> figures(Surface surface, Results results, List<String> inputs) {
        FieldGrid grid = FieldGrid.of(results, surface.median().trial().id(), surface.field(), inputs);
        if (grid == null) {
            return List.of(surface.withoutGrid());
        }
        return grid.isTrained() ? List.of(surface.profiles(grid), surface.map(grid)) : List.of();
    }
}
