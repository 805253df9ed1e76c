package stiffsweep.sweep;

import java.util.List;
import stiffsweep.choice.Choice;

/**
 * What a report shows: the block {@code report} of a sweep file. It is no part of the question.
 *
 * @param figures the kinds of figures that are drawn; none for all
 * @param x the setting along the horizontal axis; empty to choose it
 * @param facet the settings whose values make columns and rows of panels, two at most; none to choose them
 * @param success an SQL condition on {@code trials} that a trial has to meet, completed, to be a success
 */
public record ReportPolicy(List<FigureKind> figures, String x, List<String> facet, String success) {

    /** Two: columns and rows. */
    public static final int MOST_FACETS = 2;

    /** All figures, laid out as their methods have it. */
    public static final ReportPolicy DEFAULT = new ReportPolicy(List.of(), "", List.of(), "error_mse < 1e-4");

    /**
     * A policy.
     *
     * @throws IllegalArgumentException if it has too many facets, or no law of success
     */
    public ReportPolicy {
        figures = List.copyOf(figures);
        facet = List.copyOf(facet);
        if (facet.size() > MOST_FACETS) {
            throw new IllegalArgumentException(
                    "panels must have columns and rows, of two settings at most, but got " + String.join(", ", facet));
        }
        if (success.isBlank()) {
            throw new IllegalArgumentException("what a success is must be a condition in SQL, but got nothing");
        }
    }

    /** Whether figures of a kind are drawn. */
    public boolean draws(FigureKind kind) {
        return figures.isEmpty() || figures.contains(kind);
    }

    /** A kind of figures. */
    public enum FigureKind implements Choice {
        /** The error against x. */
        ERROR,
        /** What a problem compares with the conventional method's. */
        RESULT,
        /** Eigenvalues of the Hessian, with their power laws. */
        HESSIAN,
        /** What each value of each setting does. */
        EFFECTS,
        /** How trials end over two settings. */
        OUTCOMES,
        /** Intervals against the number of seeds. */
        SEEDS,
        /** The error against the time of training. */
        COST,
        /** Solutions along one input, and their errors. */
        SOLUTION,
        /** Solutions over two inputs. */
        MAP,
        /** Losses and errors in training. */
        TRAINING,
        /** Weights of the residual. */
        WEIGHT
    }
}
