package stiffsweep.jobs;

import java.util.List;
import stiffsweep.declare.Settings;
import stiffsweep.run.Stack;
import stiffsweep.run.StackTime;
import stiffsweep.run.TrainingWork;

/**
 * How fast trials of one shape are on this machine.
 *
 * @param factor the time of their training over the assumed one
 * @param aside what each stack takes for each of its trials beside the training [s]
 * @param first what the first stack takes beyond the others [s]
 * @param source how this is known
 */
record ShapePace(double factor, double aside, double first, Source source) {

    /** How a pace is known, the best way first. */
    enum Source {
        FINISHED("finished trials", 1.3),
        TIMED("a short training", 1.5),
        ALIKE("similar trials", 2.5),
        ASSUMED("an assumed rate", 5);

        private final String words;
        private final double doubt;

        Source(String words, double doubt) {
            this.words = words;
            this.doubt = doubt;
        }

        /** What it is called. */
        String words() {
            return words;
        }

        /** The factor by which the true time may be shorter or longer. */
        double doubt() {
            return doubt;
        }
    }

    /** That of the machine whose constants {@link TrainingWork} has; a trial is measured in some tenths of a second. */
    static final ShapePace ASSUMED = new ShapePace(1, 0.2, 0, Source.ASSUMED);

    /**
     * That of a stack that was timed.
     *
     * @param sizing what it took to find its size [s]
     */
    static ShapePace of(Stack stack, StackTime time, double sizing) {
        Settings settings = stack.trials().get(0).settings();
        double assumed = TrainingWork.of(settings, stack.size());
        double factor = assumed > 0 ? time.training(settings) / assumed : 1;
        return new ShapePace(factor, time.aside() / stack.size(), sizing + time.first(), Source.TIMED);
    }

    /** That of finished trials of one shape. */
    static ShapePace of(List<FinishedTrial> finished) {
        double assumed = 0;
        double trained = 0;
        double aside = 0;
        for (FinishedTrial trial : finished) {
            assumed += trial.assumedSeconds();
            trained += trial.trainSeconds();
            aside += trial.asideSeconds();
        }
        double factor = assumed > 0 ? trained / assumed : 1;
        return new ShapePace(factor, aside / finished.size(), 0, Source.FINISHED);
    }

    /** This pace, for trials of another shape. */
    ShapePace elsewhere() {
        return new ShapePace(factor, aside, 0, Source.ALIKE);
    }

    /** How long the training of a stack takes [s]. */
    double training(Stack stack) {
        return factor * TrainingWork.of(stack.trials().get(0).settings(), stack.size());
    }
}
