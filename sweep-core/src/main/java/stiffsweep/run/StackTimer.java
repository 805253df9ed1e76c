package stiffsweep.run;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import stiffsweep.declare.TrainingSettings;
import stiffsweep.result.Provenance;
import stiffsweep.result.TrialResult;

/** Finds by trainings of a few epochs, measures included, how long a stack takes. */
public final class StackTimer {

    private final StackWork work;
    private final List<String> gpus;
    private final int atOnce;

    /**
     * A timer.
     *
     * @param gpus as for {@link StackWork#run}
     * @param atOnce how many stacks train at a time: they share the machine's memory and caches
     */
    public StackTimer(StackWork work, List<String> gpus, int atOnce) {
        this.work = work;
        this.gpus = List.copyOf(gpus);
        this.atOnce = atOnce;
    }

    /** What a short training took [s]. */
    private record Taken(double training, double aside) {
        private double all() {
            return training + aside;
        }
    }

    /**
     * How long a stack takes; nothing where it cannot be trained, which is for the run to say.
     *
     * @param seconds how long this may take; longer where so few seconds are not enough for two trainings
     */
    public Optional<StackTime> time(Stack stack, double seconds) {
        TrainingSettings asked = stack.trials().get(0).settings().training();
        boolean isPolished = asked.polish().isOn();
        ExecutorService slots = Executors.newFixedThreadPool(atOnce);
        try {
            Series training = new Series(asked.epochs(), isPolished ? seconds / 2 : seconds);
            Taken cold = training.run(epochs -> took(stack, epochs, 0, slots));
            double epoch = training.slope();
            double polish = 0;
            if (isPolished) {
                Series series = new Series(asked.polish().epochs(), seconds / 2);
                series.run(epochs -> took(stack, 1, epochs, slots));
                polish = series.slope();
            }
            double first = Math.max(0, cold.all() - training.taken.aside() - epoch);
            return Optional.of(new StackTime(first, training.taken.aside(), epoch, polish));
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new CancellationException("the timing was interrupted");
        } finally {
            slots.shutdownNow();
        }
    }

    /** Trains for some epochs, for each slot at the same time. */
    @FunctionalInterface
    private interface Run {
        Taken of(long epochs) throws ExecutionException, InterruptedException;
    }

    /** Ever longer trainings. */
    private static final class Series {

        private final long most;
        private final double seconds;
        private long epochs = 1;
        private Taken taken = new Taken(0, 0);

        private Series(long most, double seconds) {
            this.most = most;
            this.seconds = seconds;
        }

        /** Runs them until the next one would take too long; what the first one took. */
        private Taken run(Run run) throws ExecutionException, InterruptedException {
            Taken cold = run.of(epochs);
            taken = cold;
            double spent = cold.all();
            // The second one is always run: much of what the first takes is no other's.
            while (epochs < most && (epochs == 1 || spent + 2 * taken.all() <= seconds)) {
                epochs = Math.min(2 * epochs, most);
                taken = run.of(epochs);
                spent += taken.all();
            }
            return cold;
        }

        /** The seconds of an epoch, by the last and longest training: loops are compiled while the first ones run. */
        private double slope() {
            return taken.training / epochs;
        }
    }

    private Taken took(Stack stack, long epochs, long polish, ExecutorService slots)
            throws ExecutionException, InterruptedException {
        Stack brief = new Stack(stack.trials().stream()
                .map(trial -> StackProbe.shortened(trial, epochs, polish))
                .toList());
        Callable<List<TrialResult>> task = () -> work.run(brief, gpus, (epoch, all, error) -> {});
        double training = 0;
        double aside = 0;
        for (Future<List<TrialResult>> done : slots.invokeAll(Collections.nCopies(atOnce, task))) {
            Provenance provenance = done.get().get(0).provenance();
            double all = Duration.between(provenance.startedAt(), provenance.endedAt())
                            .toNanos()
                    / 1e9;
            double trained = provenance.trainSeconds() * stack.size();
            if (Double.isNaN(trained)) {
                throw new ExecutionException("the trial must train", null);
            }
            training += trained / atOnce;
            aside += Math.max(0, all - trained) / atOnce;
        }
        return new Taken(training, aside);
    }
}
