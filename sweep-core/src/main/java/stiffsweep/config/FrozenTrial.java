package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;
import stiffsweep.sweep.Sweep;
import stiffsweep.sweep.Trial;

/** Writes one trial of a sweep as a sweep file of its own, with every setting written out. */
public final class FrozenTrial {

    private FrozenTrial() {}

    /** The text of a sweep file that has the trial alone, under its id. */
    public static String text(Trial trial, Sweep sweep) {
        Config frozen = ConfigFactory.empty();
        for (Map.Entry<String, Object> setting : trial.settings().values().entrySet()) {
            frozen = frozen.withValue(setting.getKey(), ConfigValueFactory.fromAnyRef(setting.getValue()));
        }
        frozen = frozen.withValue("name", ConfigValueFactory.fromAnyRef(sweep.name() + "-" + trial.id()))
                .withValue("sweep.seed", ConfigValueFactory.fromAnyRef(sweep.seed()))
                .withValue("sweep.first-replicate", ConfigValueFactory.fromAnyRef(trial.replicate()));
        return header(trial, sweep) + frozen.root().render(FrozenSweep.FORMAT);
    }

    private static String header(Trial trial, Sweep sweep) {
        return "# The trial " + trial.id() + " of the sweep " + sweep.name() + ": replicate " + trial.replicate()
                + ", counted from 0.\n";
    }
}
