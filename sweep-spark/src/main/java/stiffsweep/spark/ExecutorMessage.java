package stiffsweep.spark;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.result.Outcome;
import stiffsweep.sweep.TrialId;
import stiffsweep.train.TrainingState;

/**
 * What an executor tells the driver, or asks it. It travels as a list of its word, the name of a stack or trial, and what is said
 * of that, all of types of the JDK, and so does the answer: Spark's own threads read both, and do not know the classes of this
 * project.
 */
sealed interface ExecutorMessage {

    /** This message as it travels. */
    List<Object> parts();

    /**
     * Tells the driver, on Spark's one thread for messages or on those of a local run's tasks: nothing here waits.
     *
     * @return the answer as it travels; null where there is none
     */
    @Nullable
    Object heardBy(Driver driver);

    /** The message that has travelled. */
    static ExecutorMessage of(List<?> parts) {
        String name = (String) parts.get(1);
        return switch ((String) parts.get(0)) {
            case Progressed.WORD ->
                new Progressed(name, (Long) parts.get(2), (Long) parts.get(3), (Double) parts.get(4));
            case Kept.WORD -> new Kept(name, (byte[]) parts.get(2));
            case Question.WORD -> new Question(name, (Long) parts.get(2), Question.values((Map<?, ?>) parts.get(3)));
            case LastWords.WORD -> new LastWords(name, (String) parts.get(2));
            default ->
                throw new IllegalArgumentException("a message must have a word of ours, but got " + parts.get(0));
        };
    }

    /**
     * How far a stack is; 0 of 0 epochs when an executor takes it up. The answer: whether the run is ending.
     *
     * @param bestError NaN where it is not known
     */
    record Progressed(String stack, long epoch, long epochs, double bestError) implements ExecutorMessage {

        private static final String WORD = "PROGRESS";

        @Override
        public List<Object> parts() {
            return List.of(WORD, stack, epoch, epochs, bestError);
        }

        @Override
        public Object heardBy(Driver driver) {
            driver.ledger().progressed(stack, epoch, epochs, bestError);
            return driver.ledger().isEnding();
        }
    }

    /** Where the training of a trial stands. The driver keeps the bytes of the state as they come. */
    final class Kept implements ExecutorMessage {

        private static final String WORD = "STATE";

        private final String trial;
        private final byte[] state;

        private Kept(String trial, byte[] state) {
            this.trial = trial;
            this.state = state;
        }

        Kept(TrialId trial, TrainingState state) {
            this(trial.hex(), state.bytes());
        }

        @Override
        public List<Object> parts() {
            return List.of(WORD, trial, state);
        }

        @Override
        public @Nullable Object heardBy(Driver driver) {
            driver.store().keep(trial, state);
            return null;
        }
    }

    /**
     * Which trials of a stack end early. The answer: how each one ends that must.
     *
     * @param values what they are compared by at an epoch
     */
    record Question(String stack, long epoch, SortedMap<TrialId, Double> values) implements ExecutorMessage {

        private static final String WORD = "QUESTION";

        @Override
        public List<Object> parts() {
            TreeMap<String, Double> byHex = new TreeMap<>();
            values.forEach((trial, value) -> byHex.put(trial.hex(), value));
            return List.of(WORD, stack, epoch, byHex);
        }

        private static SortedMap<TrialId, Double> values(Map<?, ?> byHex) {
            SortedMap<TrialId, Double> values = new TreeMap<>();
            byHex.forEach((trial, value) -> values.put(new TrialId((String) trial), (Double) value));
            return values;
        }

        @Override
        public Object heardBy(Driver driver) {
            return driver.judge().judge(epoch, values).entrySet().stream()
                    .map(end -> List.of(
                            end.getKey().hex(),
                            end.getValue().reason(),
                            end.getValue().rung()))
                    .toList();
        }

        /** The ends in an answer; none where the driver has not answered. */
        static SortedMap<TrialId, Outcome.Stopped> ends(@Nullable Object answer) {
            SortedMap<TrialId, Outcome.Stopped> ends = new TreeMap<>();
            if (answer instanceof List<?> list) {
                for (Object end : list) {
                    List<?> parts = (List<?>) end;
                    TrialId trial = new TrialId((String) parts.get(0));
                    ends.put(trial, new Outcome.Stopped((String) parts.get(1), (Long) parts.get(2)));
                }
            }
            return ends;
        }
    }

    /** Why the process of a stack is about to end. */
    record LastWords(String stack, String reason) implements ExecutorMessage {

        private static final String WORD = "LAST_WORDS";

        @Override
        public List<Object> parts() {
            return List.of(WORD, stack, reason);
        }

        @Override
        public @Nullable Object heardBy(Driver driver) {
            driver.ledger().saidLast(stack, reason);
            return null;
        }
    }
}
