package stiffsweep.stop;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Settings;
import stiffsweep.result.CurvePoint;
import stiffsweep.result.Outcome;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;

/**
 * Applies the rule of a sweep to its trials as they come by, in any order. It answers from memory, some bytes for each
 * trial and rung. Safe for use by several threads.
 */
public final class Judge {

    private final StopPolicy policy;
    private final Map<SortedMap<String, Object>, Map<Long, Marks>> cohorts = new HashMap<>();
    private final Map<TrialId, Contestant> contestants = new HashMap<>();

    /** A judge who has seen nothing yet. */
    public Judge(StopPolicy policy) {
        this.policy = policy;
    }

    /** Takes note of trials that may come by. */
    public synchronized void know(Collection<Trial> trials) {
        if (policy.isOn()) {
            trials.forEach(trial -> contestants.computeIfAbsent(trial.id(), id -> contestant(trial.settings())));
        }
    }

    private Contestant contestant(Settings settings) {
        return new Contestant(settings, cohorts.computeIfAbsent(policy.cohort(settings), common -> new HashMap<>()));
    }

    /** Takes note of a point of a trial's curve; a trial of another sweep is passed over. */
    public synchronized void note(TrialId trial, long epoch, double value) {
        Contestant contestant = contestants.get(trial);
        if (contestant != null) {
            contestant.note(epoch, value);
        }
    }

    /** Takes note of a curve that has come so far, of a trial that was cut off there and goes on. */
    public void note(TrialId trial, List<CurvePoint> curve) {
        for (CurvePoint point : curve) {
            note(trial, point.epoch(), policy.value(point));
        }
    }

    /**
     * Judges trials that are at one epoch together, so that their order does not matter.
     *
     * @param values what they are compared by
     * @return the ends of those that must not go on
     */
    public synchronized SortedMap<TrialId, Outcome.Stopped> judge(long epoch, SortedMap<TrialId, Double> values) {
        values.forEach((trial, value) -> note(trial, epoch, value));
        SortedMap<TrialId, Outcome.Stopped> ends = new TreeMap<>();
        for (TrialId trial : values.keySet()) {
            Contestant contestant = contestants.get(trial);
            Outcome.Stopped end = contestant == null ? null : contestant.end(epoch);
            if (end != null) {
                ends.put(trial, end);
            }
        }
        return ends;
    }

    /** A trial among those that it is compared with. */
    private final class Contestant {

        private final long every;
        private final long epochs;
        private final Map<Long, Marks> cohort;
        private @Nullable TrialSoFar trial;
        private long marked;

        /** @param cohort the marks at each rung */
        Contestant(Settings settings, Map<Long, Marks> cohort) {
            every = settings.measure().curveEvery();
            epochs = settings.training().epochs();
            this.cohort = cohort;
        }

        /** Passes over points that stand where a training ended, and those of its polish. */
        void note(long epoch, double value) {
            if (epoch % every != 0 || epoch >= epochs) {
                return;
            }
            TrialSoFar now = trial == null ? TrialSoFar.from(epoch, value) : trial.then(epoch, value);
            trial = now;
            policy.rule().rung(epoch, every).ifPresent(rung -> {
                // A trial that starts over has left its mark already.
                if (rung > marked) {
                    marks(rung).add(policy.rule().mark(now));
                    marked = rung;
                }
            });
        }

        /** How the trial ends at an epoch; null where it goes on. */
        Outcome.@Nullable Stopped end(long epoch) {
            StopRule rule = policy.rule();
            OptionalLong rung = rule.rung(epoch, every);
            TrialSoFar now = trial;
            if (now == null || now.epoch() != epoch || rung.isEmpty()) {
                return null;
            }
            Marks marks = marks(rung.getAsLong());
            return rule.standing(now) > rule.bound(marks)
                    ? new Outcome.Stopped(rule.reason(policy.metric(), now, rung.getAsLong(), marks), rung.getAsLong())
                    : null;
        }

        private Marks marks(long rung) {
            return cohort.computeIfAbsent(rung, first -> new Marks());
        }
    }
}
