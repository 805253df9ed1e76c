package stiffsweep.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.Settings;
import stiffsweep.declare.TrainingSettings;
import stiffsweep.result.CurvePoint;

/**
 * All that a trial needs to train on from where it stands, to the last bit as if it had not been interrupted: parameters,
 * moments, curvature, best checkpoint, curve. It does not depend on the trials that it trained with.
 */
public final class TrainingState implements Serializable {

    private static final long serialVersionUID = 2;

    /** Nothing else is brought to life from the bytes of a state. */
    private static final ObjectInputFilter KNOWN =
            ObjectInputFilter.Config.createFilter("stiffsweep.**;java.base/*;!*");

    private final PhaseState training;
    private final @Nullable PhaseState polish;

    private TrainingState(PhaseState training, @Nullable PhaseState polish) {
        this.training = training;
        this.polish = polish;
    }

    /** Where a training stands, before its polish. */
    static TrainingState of(PhaseState training) {
        return new TrainingState(training, null);
    }

    /** Where the polish of this training stands. */
    TrainingState polished(PhaseState state) {
        return new TrainingState(training, state);
    }

    PhaseState training() {
        return training;
    }

    /** The polishes of some trainings that stand alike; none where they have none. */
    static List<PhaseState> polishes(List<TrainingState> states) {
        return states.stream()
                .map(state -> state.polish)
                .filter(Objects::nonNull)
                .toList();
    }

    /** How far the training has come. Trials may train on in one stack where this is the same. */
    public String standing() {
        return training.epoch() + " training " + (polish == null ? "" : polish.epoch() + " polishing ") + "epochs";
    }

    /**
     * Where a training stands that is this one but for its number of epochs.
     *
     * @param settings its settings
     * @return empty where it ends before it comes so far, where a rule has stopped the training, and where points are drawn
     *     anew and the training stands between two points of its curve
     */
    public Optional<TrainingState> forEpochsOf(Settings settings) {
        // A polish began at the end of the training, which is now elsewhere. Where points are drawn anew, the best
        // checkpoint may
        // be one that was compared only because the training ended there.
        boolean isOwnEnd =
                settings.isRedrawn() && training.epoch() % settings.measure().curveEvery() != 0;
        return isOwnEnd || training.epoch() > settings.training().epochs() || training.stop() != null
                ? Optional.empty()
                : Optional.of(of(training.unended(settings.measure().curveEvery())));
    }

    /** The part of a training, with its polish, that is done, from 0 to 1: a training that is polished has come to its end. */
    public double share(TrainingSettings asked) {
        long done = polish == null ? training.epoch() : (long) asked.epochs() + polish.epoch();
        return Math.min(1, done / (double) asked.allEpochs());
    }

    /** The epochs that are done, of the polish too. */
    public long epochs() {
        return (long) training.epoch() + (polish == null ? 0 : polish.epoch());
    }

    /** The training curve so far, without the polish. */
    public List<CurvePoint> curve() {
        return training.curve();
    }

    /** This state as bytes, compressed in little time rather than well: numbers hardly shrink. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (ObjectOutputStream objects = new ObjectOutputStream(new DeflaterOutputStream(bytes, deflater))) {
            objects.writeObject(this);
        } catch (IOException e) {
            throw new IllegalStateException("a training state must be serialisable", e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the bytes of a state.
     *
     * @throws IOException if they are not those of a state that this code made
     */
    public static TrainingState of(byte[] bytes) throws IOException {
        try (ObjectInputStream objects =
                new ObjectInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            objects.setObjectInputFilter(KNOWN);
            return (TrainingState) objects.readObject();
        } catch (ClassNotFoundException | ClassCastException e) {
            InvalidClassException invalid = new InvalidClassException("a training state must be one of this version");
            invalid.initCause(e);
            throw invalid;
        }
    }
}
