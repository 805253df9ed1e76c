package stiffsweep.jobs;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** What a verb prints, watched: a {@link PrintWriter} passes over what could not be written. */
final class WatchedOutput extends FilterOutputStream {

    private @Nullable IOException fault;

    WatchedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    /** Whether a part of the output was lost, which is then said; a reader that has heard enough, such as {@code head}, loses nothing. */
    boolean hasLost(PrintWriter err) {
        IOException lost = fault;
        if (lost == null || String.valueOf(lost.getMessage()).contains("Broken pipe")) {
            return false;
        }
        err.println("the output must have a place to go, but got: " + lost.getMessage() + ": a part of it is lost");
        return true;
    }
}
