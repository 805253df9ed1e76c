package stiffsweep.problem;

import java.util.List;
import stiffsweep.sweep.ProblemDeclaration;

/** The known problems. */
public final class Problems {

    private Problems() {}

    /** The declarations of every known problem, sorted by name. */
    public static List<ProblemDeclaration> declarations() {
        return List.of();
    }
}
