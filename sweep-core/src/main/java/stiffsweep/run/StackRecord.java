package stiffsweep.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import stiffsweep.result.Machine;
import stiffsweep.result.Provenance;
import stiffsweep.result.Software;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.EngineFacts;

/** Notes where, when and by what a stack is run. It starts when it is made, and each provenance ends it. */
final class StackRecord {

    private final Instant startedAt = Instant.now();

    /** The provenance of trials that the engine trained. */
    Provenance trained(ComputeDevice device, Stack stack, double trainSeconds) {
        EngineFacts engine = EngineFacts.here();
        Machine machine = new Machine(host(), device.name(), engine.threads(), kernel(device, stack));
        long resumed = stack.states().isEmpty() ? 0 : stack.states().get(0).epochs();
        return ended(engine.version(), machine, stack.size(), trainSeconds, resumed);
    }

    private static String kernel(ComputeDevice device, Stack stack) {
        return device.kernel(stack.trials().get(0).settings().execution().kernel())
                .word();
    }

    /** The provenance of trials that needed no engine. */
    Provenance untrained(ComputeDevice device, int stackSize) {
        return ended("", new Machine(host(), device.name(), 0, ""), stackSize, 0, 0);
    }

    /** The provenance of a trial that broke: it may have been the engine that did. */
    Provenance broken() {
        return ended("", new Machine(host(), "", 0, ""), 0, Double.NaN, 0);
    }

    private Provenance ended(String engine, Machine machine, int stackSize, double trainSeconds, long resumed) {
        String java = System.getProperty("java.vm.version");
        Software software = new Software(CodeVersion.commit(), engine, "", java);
        return new Provenance(software, machine, startedAt, Instant.now(), 1, stackSize, trainSeconds, resumed);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
