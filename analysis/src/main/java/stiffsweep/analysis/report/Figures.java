package stiffsweep.analysis.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.figure.FigureJson;
import stiffsweep.analysis.figure.FigureWriter;
import stiffsweep.analysis.figure.Picture;
import stiffsweep.sweep.ReportPolicy.FigureKind;

/** Draws the figures of a report one by one, into files and into the page: what goes wrong in one costs that one. */
final class Figures {

    /** The names that a problem's figures begin with. */
    private static final String NAMES =
            "(-lowest|-highest)?-(cost|effects|error|hessian|map|outcomes|profiles|result|seeds|solution|training|weight)";

    private final Results results;
    private final Path folder;
    private final Omissions omissions;
    private final Set<String> written = new HashSet<>();
    private final Colours colours = new Colours();

    /** The figures of some results, written into a folder. */
    Figures(Results results, Path folder, Omissions omissions) {
        this.results = results;
        this.folder = folder;
        this.omissions = omissions;
    }

    /** Some figures that belong together, before they are made, and which of the methods they show. */
    private record Wanted(FigureKind kind, String name, String methods, Supplier<List<CaptionedFigure>> figures) {}

    /** Draws the figures of a problem, and takes those away that an earlier report has left of it. */
    void draw(Findings all, String problem, Page page) throws IOException {
        page.heading(problem).beginFigures();
        attempt(problem, page, () -> {
            for (Wanted wanted : wanted(all, problem)) {
                if (all.policy().draws(wanted.kind())) {
                    attempt(wanted.name(), page, () -> {
                        for (CaptionedFigure captioned : wanted.figures().get()) {
                            draw(captioned, wanted.methods(), page);
                        }
                    });
                }
            }
        });
        page.endFigures();
        removeOthers(problem);
    }

    private void attempt(String name, Page page, Omissions.Part part) throws IOException {
        Optional<String> reason = omissions.attempt("figure " + name, part);
        if (reason.isPresent()) {
            page.missingFigure(name, reason.get());
        }
    }

    /** The figures of a problem; one of a measure that was not taken has no points. */
    private List<Wanted> wanted(Findings all, String problem) {
        DrawnMethods drawn = DrawnMethods.of(all, problem, colours);
        DrawnMethods best = drawn.best();
        List<Wanted> wanted = new ArrayList<>(overSettings(all, drawn, problem));
        List<Extreme> extremes = Extreme.of(drawn.findings(), problem);
        List<Extreme> ofBest = Extreme.of(best.findings(), problem);
        for (Extreme extreme : extremes) {
            wanted.add(new Wanted(
                    FigureKind.SOLUTION,
                    extreme.name() + "-solution",
                    drawn.sentence(),
                    () -> SolutionFigures.of(drawn, extreme, results)));
        }
        for (Extreme some : ofBest) {
            wanted.add(new Wanted(
                    FigureKind.MAP, some.name() + "-map", best.sentence(), () -> SurfaceFigures.of(some, results)));
            wanted.add(new Wanted(
                    FigureKind.TRAINING,
                    some.name() + "-training-fields",
                    best.sentence(),
                    () -> FieldErrorFigures.of(some, results)));
        }
        for (Trace trace : Trace.values()) {
            for (Extreme extreme : extremes) {
                wanted.add(new Wanted(
                        trace.kind(),
                        extreme.name() + "-" + trace.fileName(),
                        drawn.sentence(),
                        () -> TraceFigure.of(trace, drawn, extreme, results)));
            }
        }
        return wanted;
    }

    /** The figures of measures over the settings of all trials. */
    private List<Wanted> overSettings(Findings all, DrawnMethods drawn, String problem) {
        boolean hasError = Quality.of(all.ofProblem(problem)) != Quality.LOSS;
        List<Wanted> wanted = new ArrayList<>();
        if (all.hasAbscissa(problem)) {
            if (hasError) {
                wanted.add(new Wanted(
                        FigureKind.ERROR,
                        problem + "-error",
                        drawn.sentence(),
                        () -> List.of(ErrorFigure.of(drawn, problem))));
            }
            wanted.add(new Wanted(
                    FigureKind.RESULT,
                    problem + "-result",
                    drawn.sentence(),
                    () -> ResultFigures.of(drawn, problem, results)));
            wanted.add(new Wanted(
                    FigureKind.HESSIAN,
                    problem + "-hessian",
                    drawn.sentence(),
                    () -> HessianFigure.of(drawn, problem)));
        }
        wanted.add(new Wanted(
                FigureKind.EFFECTS, problem + "-effects", "", () -> EffectsFigure.of(all, problem, results)));
        wanted.add(new Wanted(FigureKind.OUTCOMES, problem + "-outcomes", "", () -> OutcomesFigure.of(all, problem)));
        wanted.add(new Wanted(FigureKind.SEEDS, problem + "-seeds", "", () -> SeedsFigure.of(drawn.best(), problem)));
        wanted.add(new Wanted(
                FigureKind.COST, problem + "-cost", drawn.sentence(), () -> CostFigure.of(drawn, problem, results)));
        return wanted;
    }

    private void draw(CaptionedFigure captioned, String methods, Page page) throws IOException {
        Picture figure = captioned.figure();
        if (figure.isEmpty()) {
            if (!captioned.absence().isEmpty()) {
                page.absentFigure(captioned.absence());
            }
            return;
        }
        attempt(figure.name(), page, () -> {
            String svg = FigureWriter.write(figure, folder);
            page.figure(figure.name(), svg, FigureJson.of(figure), captioned.caption() + methods + unshown(figure));
            written.add(figure.name());
        });
    }

    private static String unshown(Picture figure) {
        long unshown = figure.unshown();
        return unshown == 0
                ? ""
                : " Points without a place on the axes, because a number is infinite, not a number, or not positive where an"
                        + " axis goes by decades: " + unshown + ", in the CSV alone.";
    }

    private void removeOthers(String problem) throws IOException {
        Pattern names = Pattern.compile(Pattern.quote(problem) + NAMES + ".*");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            String bare = name.substring(0, Math.max(0, name.length() - ".svg".length()));
            if (FigureWriter.ENDINGS.stream().anyMatch(name::endsWith)
                    && names.matcher(bare).matches()
                    && !written.contains(bare)) {
                Files.delete(file);
            }
        }
    }
}
