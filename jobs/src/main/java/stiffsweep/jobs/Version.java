package stiffsweep.jobs;

import picocli.CommandLine.IVersionProvider;
import stiffsweep.run.CodeVersion;

/** What {@code ./sweep --version} says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Stiffsweep " + CodeVersion.release() + " (" + CodeVersion.commit() + ")"};
    }
}
