package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.FittedGroup;
import stiffsweep.analysis.NumberText;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SettingColumn;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.answer.Answer;
import stiffsweep.analysis.answer.BestSettings;
import stiffsweep.analysis.answer.Importance;
import stiffsweep.analysis.answer.PairedComparison;
import stiffsweep.analysis.answer.Question;
import stiffsweep.stats.Interval;
import stiffsweep.stats.PowerLawFit;
import stiffsweep.stats.Quantile;

/** What a report says first: what a sweep asks of a problem, and the answers in sentences, each with the command that gives it. */
final class Answers {

    /** As many problems are asked about one by one; the shares and differences of more are asked for over all of them. */
    private static final int MOST_PROBLEMS = 4;

    /** As many best settings are told in sentences; more are a table. */
    private static final int TOLD = 2;

    /** So many settings have their values compared, the ones that matter most. */
    private static final int COMPARED = 2;

    /** A setting of more values has too many pairs of them to be read. */
    private static final int MOST_VALUES = 6;

    /** As many sentences of an answer are seen at once. */
    private static final int OPEN = 4;

    /** Of the best setting of each problem these are in the table of the command alone: a page is not as wide. */
    private static final Set<String> UNREAD =
            Set.of("problem", "rank", "measured", "trials", "failures", "success_lower", "success_upper", "best_share");

    private final Page page;
    private final Results results;
    private final Findings findings;
    private final String name;
    private final String problem;
    private final List<SettingColumn> varying;

    /** The question to be asked of each problem, as its parameters have it. */
    private final Question each;

    /** How many such problems there are. */
    private final long problems;

    /** The question to be asked over all of them. */
    private final Question all;

    private Answers(Page page, Results results, Findings findings, String name, String problem) {
        this.page = page;
        this.results = results;
        this.findings = findings;
        this.name = name;
        this.problem = problem;
        varying = SettingColumn.varying(results).getOrDefault(problem, List.of());
        List<ReportedTrial> trials = findings.ofProblem(problem);
        String x = trials.get(0).comparison().x();
        boolean isParameter = Declared.isParameter(problem, x);
        problems = isParameter
                ? trials.stream().mapToDouble(ReportedTrial::x).distinct().count()
                : 1;
        String where = findings.problems().size() == 1 ? "" : "problem = " + Sql.literal(problem);
        all = new Question(quality().column(), List.of("problem"), where);
        each = isParameter ? new Question(all.metric(), List.of("problem", x), where) : all;
    }

    /**
     * Adds the answers about one problem to a page.
     *
     * @param name the result folder as a shell takes it
     */
    static void add(Page page, Results results, Findings findings, String name, String problem) {
        new Answers(page, results, findings, name, problem).add();
    }

    private void add() {
        page.question(asked());
        if (varying.isEmpty()) {
            return;
        }
        List<String> settings = matter();
        best();
        settings.stream()
                .limit(COMPARED)
                .forEach(setting -> answer(
                        "What " + setting.replace('_', ' ') + " changes",
                        problems <= MOST_PROBLEMS ? each : all,
                        "compare",
                        "--on " + setting + " ",
                        asked -> PairedComparison.on(List.of(setting), results, asked),
                        this::sentences));
        laws();
    }

    private Quality quality() {
        return Quality.of(findings.ofProblem(problem));
    }

    /** What the sweep asks, from what it varies. */
    private String asked() {
        List<ReportedTrial> trials = findings.ofProblem(problem);
        long settings = TrialGroup.settings(trials).size();
        long seeds =
                trials.stream().mapToLong(ReportedTrial::replicate).distinct().count();
        String size = settings + (settings == 1 ? " setting" : " settings") + " of " + problem + ", each with " + seeds
                + (seeds == 1 ? " seed" : " seeds");
        if (varying.isEmpty()) {
            return "How well is " + problem + " solved? " + size + ".";
        }
        String names = varying.stream()
                .map(setting -> setting.name().replace('_', ' '))
                .collect(Collectors.joining(", "));
        return (varying.size() == 1 ? "What does " : "What do ") + names + " do to the "
                + quality().word() + " of " + problem + ", and which values are best? " + size + ".";
    }

    /** Says what matters; the settings whose values are words, those that matter most first. */
    private List<String> matter() {
        Set<String> words = varying.stream()
                .filter(setting -> setting.kind() == SettingColumn.Kind.WORD)
                .map(SettingColumn::name)
                .filter(setting -> values(setting) <= MOST_VALUES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean isOfEach =
                problems <= MOST_PROBLEMS && varying.size() > each.by().size();
        Optional<Answer> shares = answer(
                "What matters",
                isOfEach ? each : all,
                "importance",
                "",
                asked -> Importance.shares(results, asked),
                this::sentences);
        Stream<String> ordered = shares.stream()
                .flatMap(answer -> answer.table().column("effect").stream())
                .map(String::valueOf);
        return Stream.concat(ordered, words.stream())
                .filter(words::contains)
                .distinct()
                .toList();
    }

    private long values(String setting) {
        Object count = results.query(
                        "select count(distinct " + Sql.identifier(setting) + ") from trials where problem = ?", problem)
                .rows()
                .get(0)
                .get(0);
        return count instanceof Long values ? values : 0;
    }

    private void best() {
        String success = quality() == Quality.ERROR ? findings.policy().success() : "";
        answer(
                "What is best",
                each,
                "best",
                "--top 1 ",
                asked -> BestSettings.of(results, asked, success, 1),
                answer -> {
                    if (problems <= TOLD) {
                        sentences(answer);
                    } else {
                        page.table(answer.table().without(UNREAD).withoutEmptyColumns());
                        page.beginFolded("In sentences")
                                .sentences(answer.sentences())
                                .endFolded();
                    }
                });
    }

    /** A heading, an answer as it is to be shown, and the command that gives it; or why there is no answer. */
    private Optional<Answer> answer(
            String heading,
            Question question,
            String verb,
            String options,
            Function<Question, Answer> ask,
            Consumer<Answer> show) {
        page.subheading(heading);
        try {
            Answer answer = ask.apply(question);
            show.accept(answer);
            page.source("./sweep " + verb + " " + name + " " + options + words(question));
            return Optional.of(answer);
        } catch (AnalysisException e) {
            page.paragraph("Not told: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void sentences(Answer answer) {
        sentences(answer.sentences());
    }

    private void sentences(List<String> sentences) {
        if (sentences.size() <= OPEN + 1) {
            page.sentences(sentences);
            return;
        }
        page.sentences(sentences.subList(0, OPEN));
        page.beginFolded((sentences.size() - OPEN) + " more sentences")
                .sentences(sentences.subList(OPEN, sentences.size()))
                .endFolded();
    }

    private static String words(Question question) {
        return "--metric " + question.metric() + " --by " + String.join(",", question.by())
                + (question.where().isEmpty() ? "" : " --where \"" + question.where() + "\"");
    }

    /** How the largest eigenvalue of the Hessian grows, and whether that is a power law. */
    private void laws() {
        String x = findings.ofProblem(problem).get(0).comparison().x();
        List<FittedGroup> fits = findings.fits().stream()
                .filter(fit -> problem.equals(fit.key().get(0)) && fit.law() != null)
                .toList();
        if (fits.isEmpty()) {
            return;
        }
        page.subheading("How the largest Hessian eigenvalue grows");
        List<String> each = fits.stream()
                .map(fit -> law(fit, Objects.requireNonNull(fit.law()), x))
                .toList();
        if (fits.size() <= OPEN + 1) {
            page.sentences(each);
        } else {
            page.sentences(summaries(fits, x));
            page.beginFolded("Each of " + fits.size() + " methods")
                    .sentences(each)
                    .endFolded();
        }
        page.source("./sweep fit " + name + " --x " + x + " --y hessian_lambda_max");
    }

    /** The exponents of each weighting, where there are too many methods to tell of each. */
    private List<String> summaries(List<FittedGroup> fits, String x) {
        Map<String, TrialGroup> methods = TrialGroup.by(findings.ofProblem(problem), ReportedTrial::group);
        Map<String, List<PowerLawFit>> byWeighting = new TreeMap<>();
        for (FittedGroup fit : fits) {
            TrialGroup method =
                    Objects.requireNonNull(methods.get(String.valueOf(fit.key().get(1))));
            byWeighting
                    .computeIfAbsent(
                            String.valueOf(method.first().method().values().get(0)), key -> new ArrayList<>())
                    .add(Objects.requireNonNull(fit.law()));
        }
        List<String> sentences = new ArrayList<>();
        byWeighting.forEach((weighting, laws) ->
                sentences.add((byWeighting.size() == 1 ? "" : weighting + ": ") + summary(laws, x)));
        int without = methods.size() - fits.size();
        if (without > 0) {
            sentences.add(without + " of " + methods.size() + " methods have no fit; the table below says why.");
        }
        return sentences;
    }

    private static String summary(List<PowerLawFit> laws, String x) {
        double[] exponents =
                laws.stream().mapToDouble(PowerLawFit::exponent).sorted().toArray();
        long lines = laws.stream()
                .filter(law ->
                        law.lackOfFit().abscissae() > 2 && law.lackOfFit().isLine())
                .count();
        return "over all of " + x + " it grows with an exponent of " + NumberText.fixed(Quantile.median(exponents), 2)
                + " (median of " + exponents.length + " methods, from " + NumberText.fixed(exponents[0], 2) + " to "
                + NumberText.fixed(exponents[exponents.length - 1], 2) + "); " + (lines == 0 ? "none" : lines)
                + " of them follow a power law.";
    }

    private static String law(FittedGroup fit, PowerLawFit law, String x) {
        @Nullable Object method = fit.key().get(1);
        Interval interval = law.interval();
        String exponent = NumberText.fixed(law.exponent(), 2)
                + (interval.known()
                        ? " (" + NumberText.fixed(interval.lower(), 2) + " to " + NumberText.fixed(interval.upper(), 2)
                                + ", " + interval.kind() + ")"
                        : "");
        return method + ": "
                + (law.lackOfFit().isLine()
                        ? "it grows as a power of " + x + " with exponent " + exponent
                        : "it follows no power law of " + x + "; over all of it the mean exponent is " + exponent)
                + (fit.leftOut() == 0 ? "." : "; left out: " + fit.leftOutWhy() + ".");
    }
}
