package stiffsweep.jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.NoResultsException;
import stiffsweep.config.InvalidSweepException;
import stiffsweep.problem.UnusableProblemException;
import stiffsweep.storage.FolderAccessException;
import stiffsweep.storage.FolderInUseException;
import stiffsweep.storage.UnsharedFolderException;
import stiffsweep.store.OtherVersionException;

/** Turns what a verb threw into a sentence and an exit code. */
final class ErrorReport implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception thrown, CommandLine verb, ParseResult parsed) {
        PrintWriter err = verb.getErr();
        if (thrown instanceof InvalidSweepException invalid) {
            invalid.faults().forEach(err::println);
            return ExitCode.INVALID;
        }
        OptionalInt foreseen = foreseen(thrown);
        if (foreseen.isPresent()) {
            err.println(thrown.getMessage());
            return foreseen.getAsInt();
        }
        if (file(thrown) instanceof FileSystemException refused) {
            err.println(refused.getFile() + ": a file or folder must be readable, writable and have space, but got: "
                    + reason(refused));
            return ExitCode.INTERNAL_ERROR;
        }
        return internalError(thrown, err);
    }

    /** The exit code for what its own message tells in whole; empty for all else. */
    private static OptionalInt foreseen(Exception thrown) {
        if (thrown instanceof Refusal refusal) {
            return OptionalInt.of(refusal.exitCode());
        }
        if (thrown instanceof AnalysisException
                || thrown instanceof NoResultsException
                || thrown instanceof UnusableProblemException
                || thrown instanceof UnsharedFolderException) {
            return OptionalInt.of(ExitCode.INVALID);
        }
        if (thrown instanceof FolderInUseException || thrown instanceof OtherVersionException) {
            return OptionalInt.of(ExitCode.REFUSED);
        }
        return thrown instanceof FolderAccessException ? OptionalInt.of(ExitCode.INTERNAL_ERROR) : OptionalInt.empty();
    }

    /** Says what nobody has foreseen, an {@code OutOfMemoryError} too, and where its stack trace is. */
    static int internalError(Throwable thrown, PrintWriter err) {
        try {
            err.printf("internal error: %s; the stack trace is in %s%n", thrown, writeTrace(thrown));
        } catch (IOException e) {
            err.printf("internal error: %s, at %s%n", thrown, thrown.getStackTrace()[0]);
        }
        return ExitCode.INTERNAL_ERROR;
    }

    /** Why, in words: where the system says no more, the name of the exception is them. */
    private static String reason(FileSystemException refused) {
        String name = refused.getClass().getSimpleName().replaceFirst("Exception$", "");
        return refused.getReason() != null
                ? refused.getReason()
                : name.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** What the disk said, where an exception only carries it. */
    private static @Nullable Throwable file(Exception thrown) {
        return thrown instanceof UncheckedIOException ? thrown.getCause() : thrown;
    }

    private static Path writeTrace(Throwable thrown) throws IOException {
        Path file = Files.createTempFile("stiffsweep-", ".trace");
        try (PrintWriter trace = new PrintWriter(Files.newBufferedWriter(file))) {
            thrown.printStackTrace(trace);
        }
        return file;
    }
}
