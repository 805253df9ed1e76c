package stiffsweep.declare;

import java.util.List;

/** What {@code training.*} asks for, besides what is of second-order methods alone and what is for execution. */
public record TrainingSettings(
        Optimizer optimizer,
        double learningRate,
        double weightDecay,
        Decay decay,
        int epochs,
        double stopBelow,
        Polish polish) {

    public static final Setting OPTIMIZER = Setting.choice(
            "training.optimizer",
            "optimizer",
            List.of(Optimizer.values()),
            "The optimiser; none trains nothing and measures the baseline alone.");

    public static final Setting LEARNING_RATE = Setting.number(
            "training.learning-rate", "learning_rate", Law.POSITIVE, "1", "The learning rate at epoch 0.");

    public static final Setting WEIGHT_DECAY = Setting.number(
            "training.weight-decay", "weight_decay", Law.NOT_NEGATIVE, "1", "The weight decay of AdamW.");

    public static final Setting EPOCHS =
            Setting.count("training.epochs", "epochs_planned", Law.ONE_OR_MORE, "epochs", "The longest training.");

    public static final Setting STOP_BELOW = Setting.number(
            "training.stop-below",
            "stop_below",
            Law.NOT_NEGATIVE,
            "1",
            "Training stops when the total loss falls below this; 0 never stops.");

    static final List<Setting> ALL = List.of(
            OPTIMIZER,
            LEARNING_RATE,
            WEIGHT_DECAY,
            Decay.FACTOR,
            Decay.EVERY,
            EPOCHS,
            STOP_BELOW,
            Polish.OPTIMIZER,
            Polish.EPOCHS);

    static TrainingSettings of(Settings settings) {
        return new TrainingSettings(
                settings.choice(OPTIMIZER, Optimizer.class),
                settings.number(LEARNING_RATE),
                settings.number(WEIGHT_DECAY),
                new Decay(settings.number(Decay.FACTOR), settings.count(Decay.EVERY)),
                settings.count(EPOCHS),
                settings.number(STOP_BELOW),
                new Polish(settings.choice(Polish.OPTIMIZER, Optimizer.class), settings.count(Polish.EPOCHS)));
    }

    /** Whether anything is trained: with the optimiser none, the baseline alone is measured. */
    public boolean isOn() {
        return optimizer != Optimizer.NONE;
    }

    /** The epochs of the longest training, with its polish if it has one. */
    public long allEpochs() {
        return (long) epochs + (polish.isOn() ? polish.epochs() : 0);
    }

    /** Whether an optimiser is used, in the training or its polish. */
    public boolean takes(Optimizer method) {
        return optimizer == method || polish.optimizer() == method;
    }

    /** How the learning rate becomes smaller. */
    public record Decay(double factor, int every) {

        static final Setting FACTOR = Setting.number(
                "training.decay.factor",
                "decay_factor",
                Law.POSITIVE,
                "1",
                "The learning rate is multiplied by this after epochs 0, every, 2 every, ..");

        static final Setting EVERY = Setting.count(
                "training.decay.every", "decay_every", Law.ONE_OR_MORE, "epochs", "The distance between two decays.");
    }

    /** What continues from the best checkpoint. */
    public record Polish(Optimizer optimizer, int epochs) {

        public static final Setting OPTIMIZER = Setting.choice(
                "training.polish.optimizer",
                "polish",
                Optimizer.POLISHES,
                "The optimiser that continues from the best checkpoint, in float64.");

        public static final Setting EPOCHS = Setting.count(
                "training.polish.epochs", "polish_epochs_planned", Law.ONE_OR_MORE, "epochs", "The longest polish.");

        /** Whether there is a polish. */
        public boolean isOn() {
            return optimizer != Optimizer.NONE;
        }
    }
}
