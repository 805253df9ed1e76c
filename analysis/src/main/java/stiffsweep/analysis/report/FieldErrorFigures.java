package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;
import stiffsweep.store.CurveColumns;

/** How the error of each field falls in training, of the solutions that have several: which of them converges first. */
final class FieldErrorFigures {

    private static final String COLUMNS = CurveColumns.ofField("");

    private FieldErrorFigures() {}

    /** A figure for each method at one end of the sweep's axis; none where the solution has one field. */
    static List<CaptionedFigure> of(Extreme extreme, Results results) {
        List<String> columns = results.columns("curves").keySet().stream()
                .filter(column -> column.startsWith(COLUMNS))
                .toList();
        List<CaptionedFigure> figures = new ArrayList<>();
        for (Map.Entry<String, TrialGroup> method :
                TrialGroup.by(extreme.trials(), ReportedTrial::group).entrySet()) {
            List<Series> shown = new ArrayList<>();
            for (String column : columns) {
                SortedMap<Double, List<Double>> byEpoch = byEpoch(column, method.getValue(), results);
                if (!byEpoch.isEmpty()) {
                    String field = column.substring(COLUMNS.length()).replace('_', ' ');
                    shown.add(new Series(field, shown.size(), Mark.LINE_AND_BAND, GeometricMeans.of(byEpoch)));
                }
            }
            if (!shown.isEmpty()) {
                figures.add(figure(extreme, method.getKey(), figures.size() + 1, shown));
            }
        }
        return figures;
    }

    private static CaptionedFigure figure(Extreme extreme, String method, int number, List<Series> shown) {
        return new CaptionedFigure(
                new Figure(
                        extreme.name() + "-training-fields-" + number,
                        extreme.title() + ": errors of the fields, " + method,
                        new FigureAxis("epoch", "epoch", FigureAxis.Scale.LINEAR),
                        new FigureAxis("error", "relative error ‖y − truth‖ / ‖truth‖", FigureAxis.Scale.LOGARITHMIC),
                        shown),
                "Relative error of each field in training, of " + method + ", at the weights of each epoch. "
                        + GeometricMeans.CAPTION + extreme.leftOut());
    }

    /** The positive errors of some trials by epoch. */
    private static SortedMap<Double, List<Double>> byEpoch(String column, TrialGroup method, Results results) {
        String trials =
                method.trials().stream().map(trial -> Sql.literal(trial.id())).collect(Collectors.joining(", "));
        SortedMap<Double, List<Double>> byEpoch = new TreeMap<>();
        for (List<@Nullable Object> row : results.query("select epoch::double, error from (select epoch, "
                        + Sql.identifier(column) + " as error from curves where trial_id in (" + trials
                        + ")) where isfinite(error) and error > 0 order by all")
                .rows()) {
            if (row.get(0) instanceof Double epoch && row.get(1) instanceof Double error) {
                byEpoch.computeIfAbsent(epoch, key -> new ArrayList<>()).add(error);
            }
        }
        return byEpoch;
    }
}
