package stiffsweep.jobs;

import java.io.PrintWriter;
import java.io.StringWriter;

/** How a command ended, and what it printed. */
record Ended(int exitCode, String out, String err) {

    /** Runs a command in this process. */
    static Ended after(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Sweep.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
