package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
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
        TrialGroup.by(extreme.trials(), ReportedTrial::group).forEach((method, trials) -> {
            List<Series> shown = new ArrayList<>();
            long others = 0;
            for (int field = 0; field < columns.size(); field++) {
                Values values = Values.of(columns.get(field), trials, results);
                if (!values.byEpoch.isEmpty()) {
                    String name = columns.get(field).substring(COLUMNS.length()).replace('_', ' ');
                    shown.add(new Series(name, field, Mark.LINE_AND_BAND, GeometricMeans.of(values.byEpoch)));
                }
                others += values.others;
            }
            if (!shown.isEmpty()) {
                figures.add(figure(extreme, method, figures.size() + 1, shown, others));
            }
        });
        return figures;
    }

    private static CaptionedFigure figure(Extreme extreme, String method, int number, List<Series> shown, long others) {
        return new CaptionedFigure(
                new Figure(
                        extreme.name() + "-training-fields-" + number,
                        extreme.title() + ": errors of the fields, " + method,
                        new FigureAxis("epoch", "epoch", FigureAxis.Scale.LINEAR),
                        new FigureAxis("error", "relative error ‖y − truth‖ / ‖truth‖", FigureAxis.Scale.LOGARITHMIC),
                        shown),
                "Relative error of each field in training, of " + method + ", at the weights of each epoch. "
                        + GeometricMeans.CAPTION
                        + extreme.leftOut()
                        + (others == 0 ? "" : " Left out are " + others + " values that are zero or not finite."));
    }

    /**
     * The errors of one field in some trials.
     *
     * @param byEpoch the positive ones
     * @param others how many are zero or not finite
     */
    private record Values(SortedMap<Double, List<Double>> byEpoch, long others) {

        static Values of(String column, TrialGroup method, Results results) {
            String trials = method.trials().stream()
                    .map(trial -> Sql.literal(trial.id()))
                    .collect(Collectors.joining(", "));
            String error = Sql.identifier(column);
            SortedMap<Double, List<Double>> byEpoch = new TreeMap<>();
            long others = 0;
            for (List<@Nullable Object> row : results.query(
                            "select epoch::double, " + error + " from curves where trial_id in (" + trials + ") and "
                                    + error + " is not null order by all")
                    .rows()) {
                if (row.get(0) instanceof Double epoch && row.get(1) instanceof Double value) {
                    if (Double.isFinite(value) && value > 0) {
                        byEpoch.computeIfAbsent(epoch, key -> new ArrayList<>()).add(value);
                    } else {
                        others++;
                    }
                }
            }
            return new Values(byEpoch, others);
        }
    }
}
