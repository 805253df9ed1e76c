package stiffsweep.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Time that was spent.
 *
 * @param cpuSeconds CPU time of the whole process, the compiler's and the collector's threads included
 * @param wallSeconds wall time
 */
record Spent(double cpuSeconds, double wallSeconds) {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** What an action takes. */
    static Spent on(Runnable action) {
        long cpu = SYSTEM.getProcessCpuTime();
        long wall = System.nanoTime();
        action.run();
        return new Spent((SYSTEM.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
    }

    Spent minus(Spent other) {
        return new Spent(cpuSeconds - other.cpuSeconds, wallSeconds - other.wallSeconds);
    }
}
