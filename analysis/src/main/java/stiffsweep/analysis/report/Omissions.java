package stiffsweep.analysis.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stiffsweep.analysis.AnalysisException;

/** What a report had to do without, and why: whatever goes wrong in one part of it costs that part. */
final class Omissions {

    private static final int MOST_NAMES = 3;

    private final Map<String, List<String>> partsByReason = new LinkedHashMap<>();

    /** A part of a report; only that the report cannot be written at all is not its own affair. */
    interface Part {
        void add() throws IOException;
    }

    /** Does a part of the report; the reason where that was not possible. */
    Optional<String> attempt(String name, Part part) throws IOException {
        try {
            part.add();
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            String reason = reason(e);
            partsByReason.computeIfAbsent(reason, key -> new ArrayList<>()).add(name);
            return Optional.of(reason);
        }
    }

    /** A sentence for each reason. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        partsByReason.forEach((reason, parts) -> sentences.add(named(parts) + " left out of the report: " + reason));
        return sentences;
    }

    private static String named(List<String> parts) {
        if (parts.size() == 1) {
            return parts.get(0) + " is";
        }
        int more = parts.size() - MOST_NAMES;
        return String.join(", ", parts.subList(0, Math.min(MOST_NAMES, parts.size())))
                + (more > 0 ? " and " + more + " more are" : " are");
    }

    private static String reason(Throwable failure) {
        if (failure instanceof AnalysisException) {
            return String.valueOf(failure.getMessage());
        }
        return failure instanceof OutOfMemoryError
                ? "it takes more memory than Java has (" + failure.getMessage() + ")"
                : "internal error: " + failure;
    }
}
