package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.Panels;
import stiffsweep.analysis.figure.Picture;
import stiffsweep.analysis.figure.Series;

/**
 * The methods of a problem that its figures show, in panels where there are more of them than one plot can tell apart; the
 * same ones in each figure, each with one colour and mark.
 *
 * @param findings what is known of their trials
 * @param facets where each is shown
 * @param colours the colour of each label
 * @param sentence which of the methods they are; empty where they are all
 */
record DrawnMethods(Findings findings, Facets facets, Map<String, Integer> colours, String sentence) {

    DrawnMethods {
        colours = Map.copyOf(colours);
    }

    /**
     * The methods of a problem that are drawn. Where no two settings split them well, the least important setting has the
     * value of the best method alone; where that leaves nothing to split by, the best of all methods are drawn. Panels that are
     * asked for stay as long as two methods are left.
     *
     * @param colours those of the methods that were drawn before
     */
    static DrawnMethods of(Findings all, String problem, Colours colours) {
        List<String> facet = all.policy().facet();
        List<ReportedTrial> trials = all.ofProblem(problem);
        Methods methods = Methods.of(trials);
        int before = methods.size();
        List<String> fixed = new ArrayList<>();
        Optional<List<Integer>> split = split(methods, facet);
        while (split.isEmpty()) {
            Methods fewer = withBestOfLeastImportant(methods, facet, fixed);
            if (fewer.size() == methods.size()) {
                break;
            }
            methods = fewer;
            split = split(methods, facet);
        }
        String sentence = fixed.isEmpty()
                ? ""
                : " " + methods.size() + " of " + before + " methods are drawn and in the CSV, those with "
                        + String.join(", ", fixed) + ", as the best one has. The table of settings has them all.";
        if (split.isEmpty()) {
            Methods whole = Methods.of(trials);
            methods = whole.best(Facets.MOST);
            sentence = bestOf(methods, whole, trials);
        }
        List<Integer> panels = split.orElse(List.of());
        return of(all, trials, methods, Facets.of(methods, panels), sentence + unmet(facet, methods, panels), colours);
    }

    /** Which panels were asked for and are not there. */
    private static String unmet(List<String> facet, Methods methods, List<Integer> panels) {
        String missing = facet.stream()
                .filter(name ->
                        panels.stream().noneMatch(place -> methods.name(place).equals(name)))
                .map(name -> name.replace('_', ' '))
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? ""
                : " There are no panels by " + missing + ": it has one value among what is drawn, or too many.";
    }

    private static DrawnMethods of(
            Findings all,
            List<ReportedTrial> trials,
            Methods methods,
            Facets facets,
            String sentence,
            Colours colours) {
        Map<Integer, List<String>> panels = new TreeMap<>();
        methods.all().forEach(method -> {
            Facets.Place place = Objects.requireNonNull(facets.places().get(method.label()));
            panels.computeIfAbsent(place.panel(), panel -> new ArrayList<>()).add(place.label());
        });
        Set<String> drawn = methods.all().stream().map(Method::label).collect(Collectors.toSet());
        String problem = trials.get(0).problem();
        Findings ofDrawn = all.only(trial -> trial.problem().equals(problem) && drawn.contains(trial.group()));
        return new DrawnMethods(ofDrawn, facets, colours.of(panels.values()), sentence);
    }

    /** The settings that make columns and rows: those that are asked for as far as they vary, else as importance has it. */
    private static Optional<List<Integer>> split(Methods methods, List<String> facet) {
        List<Integer> asked = facet.stream()
                .flatMap(name -> IntStream.rangeClosed(0, methods.settings().size())
                        .boxed()
                        .filter(place -> methods.name(place).equals(name)
                                && methods.values(place).size() > 1))
                .limit(2)
                .toList();
        if (asked.isEmpty()) {
            return Facets.choice(methods);
        }
        Collection<Methods> panels = methods.by(asked).values();
        boolean isReadable =
                panels.size() <= Facets.MOST_PANELS && panels.stream().allMatch(panel -> panel.size() <= Facets.MOST);
        return isReadable ? Optional.of(asked) : Optional.empty();
    }

    /** The methods with the best one's value of the setting that matters least; all where that leaves too few. */
    private static Methods withBestOfLeastImportant(Methods methods, List<String> facet, List<String> fixed) {
        List<Integer> telling = methods.telling().stream()
                .filter(place -> !facet.contains(methods.name(place)))
                .sorted(Comparator.comparingDouble(methods::share))
                .toList();
        Method best = methods.best(1).all().get(0);
        for (int least : facet.isEmpty() ? List.of(Facets.MOST) : List.of(Facets.MOST, 2)) {
            for (int place : telling) {
                Set<Method> left = methods.all().stream()
                        .filter(method -> method.values(List.of(place)).equals(best.values(List.of(place))))
                        .collect(Collectors.toCollection(HashSet::new));
                if (left.size() >= least) {
                    fixed.add(methods.labels(List.of(place))
                            .getOrDefault(best, "")
                            .replace('_', ' '));
                    return methods.only(left);
                }
            }
        }
        return methods;
    }

    private static String bestOf(Methods drawn, Methods all, List<ReportedTrial> trials) {
        String x = trials.get(0).comparison().x().replace('_', ' ');
        String alike = all.alike(drawn);
        return " " + drawn.size() + " of " + all.size() + " methods are drawn and in the CSV: those with the lowest "
                + Quality.of(trials).word()
                + (x.isEmpty() ? " (median)" : " (geometric mean of the medians over " + x + ")")
                + (all.telling().stream().anyMatch(all::isWord) && drawn.all().containsAll(all.bestOfWords())
                        ? ", among them the best of each word that varies"
                        : "")
                + (alike.isEmpty() ? "" : "; all have " + alike)
                + ". The table of settings has them all.";
    }

    /** The best of them, for figures of single methods: as many as one panel shows. */
    DrawnMethods best() {
        List<ReportedTrial> trials = findings.trials();
        Methods methods = Methods.of(trials);
        if (methods.size() <= Facets.MOST) {
            return this;
        }
        Methods few = methods.best(Facets.MOST);
        Set<String> best = few.all().stream().map(Method::label).collect(Collectors.toSet());
        return new DrawnMethods(
                findings.only(trial -> best.contains(trial.group())), facets, colours, bestOf(few, methods, trials));
    }

    boolean isOnePanel() {
        return facets.titles().size() == 1;
    }

    /** What the legend calls a method. */
    String label(String group) {
        Facets.Place place = facets.places().get(group);
        return place == null ? group : place.label();
    }

    /** What a method is called where all stand in one plot: its label, after the title of its panel. */
    String name(String group) {
        Facets.Place place = facets.places().get(group);
        return place == null || isOnePanel() ? label(group) : facets.titles().get(place.panel()) + ", " + place.label();
    }

    /** The colour of a method: the same in every figure. */
    int colour(String group) {
        return colours.getOrDefault(label(group), 0);
    }

    /**
     * A figure of some trials, in panels where there are several.
     *
     * @param series the series of the trials of one panel
     */
    Picture picture(
            String name,
            String title,
            FigureAxis x,
            FigureAxis y,
            List<ReportedTrial> trials,
            Function<List<ReportedTrial>, List<Series>> series) {
        if (isOnePanel()) {
            return new Figure(name, title, x, y, series.apply(trials));
        }
        List<Figure> panels = new ArrayList<>();
        for (int i = 0; i < facets.titles().size(); i++) {
            int panel = i;
            List<ReportedTrial> members =
                    trials.stream().filter(trial -> isIn(panel, trial.group())).toList();
            panels.add(new Figure(name + "-" + (panel + 1), facets.titles().get(panel), x, y, series.apply(members)));
        }
        return new Panels(name, title, facets.columns(), panels);
    }

    private boolean isIn(int panel, String group) {
        Facets.Place place = facets.places().get(group);
        return place != null && place.panel() == panel;
    }
}
