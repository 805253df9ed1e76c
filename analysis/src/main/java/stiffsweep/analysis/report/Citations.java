package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import stiffsweep.analysis.Results;

/** Whose work the trials of a folder stand on. */
final class Citations {

    private Citations() {}

    /** A sentence for each problem and each weighting that has a source. */
    static List<String> of(Results results) {
        List<String> sentences = new ArrayList<>();
        Set<String> known = results.columns("trials").keySet();
        String trained = known.contains("optimizer") ? "optimizer is distinct from 'none'" : "true";
        for (String problem : words("problem", "true", results)) {
            Declared.source(problem).ifPresent(source -> sentences.add("The problem " + problem + ": " + source + "."));
        }
        for (String weighting :
                known.contains("weighting") ? words("weighting", trained, results) : List.<String>of()) {
            String source = source(weighting);
            if (!source.isEmpty()) {
                sentences.add("The weighting " + weighting + ": " + source + ".");
            }
        }
        return sentences;
    }

    private static String source(String weighting) {
        return switch (weighting) {
            case "jacobian" -> "Jacobian normalisation, arXiv 2602.21988";
            case "residual-attention" -> "residual-based attention, arXiv 2307.00379";
            case "soft-attention" -> "self-adaptive weights, arXiv 2009.04544";
            case "residual-attention-as-published" ->
                "residual-based attention, arXiv 2307.00379, as the code of arXiv 2602.21988 has it";
            case "soft-attention-as-published" ->
                "self-adaptive weights, arXiv 2009.04544, as the code of arXiv 2602.21988 has it";
            default -> "";
        };
    }

    private static List<String> words(String column, String condition, Results results) {
        return results
                .query("select distinct %1$s from trials where %1$s is not null and %2$s order by 1"
                        .formatted(column, condition))
                .rows()
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }
}
