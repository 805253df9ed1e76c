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
import stiffsweep.analysis.figure.Figure;
import stiffsweep.analysis.figure.FigureJson;
import stiffsweep.analysis.figure.FigureWriter;
import stiffsweep.analysis.figure.Picture;

/** Draws the figures of a report one by one, into files and into the page: what goes wrong in one costs that one. */
final class Figures {

    /** The names that a problem's figures begin with. */
    private static final String NAMES =
            "(-lowest|-highest)?-(error|hessian|map|profiles|result|solution|training|weight)";

    private final Results results;
    private final Path folder;
    private final Omissions omissions;
    private final Set<String> written = new HashSet<>();

    /** The figures of some results, written into a folder. */
    Figures(Results results, Path folder, Omissions omissions) {
        this.results = results;
        this.folder = folder;
        this.omissions = omissions;
    }

    /** Some figures that belong together, before they are made. */
    private record Wanted(String name, Supplier<List<CaptionedFigure>> figures) {}

    /** Draws the figures of a problem, and takes those away that an earlier report has left of it. */
    void draw(Findings all, String problem, Page page) throws IOException {
        page.heading(problem).beginFigures();
        attempt(problem, page, () -> {
            DrawnMethods methods = DrawnMethods.of(all, problem);
            for (Wanted wanted : wanted(methods.findings(), problem)) {
                attempt(wanted.name(), page, () -> {
                    for (CaptionedFigure captioned : wanted.figures().get()) {
                        draw(captioned, methods.sentence(), page);
                    }
                });
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
    private List<Wanted> wanted(Findings findings, String problem) {
        List<Wanted> wanted = new ArrayList<>();
        if (findings.hasAbscissa(problem)) {
            if (Quality.of(findings.ofProblem(problem)) != Quality.LOSS) {
                wanted.add(new Wanted(problem + "-error", () -> List.of(ErrorFigure.of(findings, problem))));
            }
            wanted.add(new Wanted(problem + "-result", () -> ResultFigures.of(findings, problem, results)));
            wanted.add(new Wanted(problem + "-hessian", () -> List.of(HessianFigure.of(findings, problem))));
        }
        List<Extreme> extremes = Extreme.of(findings, problem);
        for (Extreme extreme : extremes) {
            wanted.add(new Wanted(extreme.name() + "-solution", () -> SolutionFigures.of(findings, extreme, results)));
            wanted.add(new Wanted(extreme.name() + "-map", () -> SurfaceFigures.of(extreme, results)));
        }
        for (Extreme extreme : extremes) {
            wanted.add(new Wanted(extreme.name() + "-training-fields", () -> FieldErrorFigures.of(extreme, results)));
        }
        for (Trace trace : Trace.values()) {
            for (Extreme extreme : extremes) {
                wanted.add(new Wanted(
                        extreme.name() + "-" + trace.fileName(),
                        () -> TraceFigure.of(trace, findings, extreme, results)));
            }
        }
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
            String svg = FigureWriter.svgForPage(figure);
            FigureWriter.write(figure, folder);
            String json = figure instanceof Figure lines ? FigureJson.of(lines) : "";
            page.figure(figure.name(), svg, json, captioned.caption() + methods + unshown(figure));
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
