package stiffsweep.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One flat JSON object on one line, which is what {@code benchmarks/compare} reads. */
final class JsonLine {

    private final List<String> members = new ArrayList<>();

    /** Adds a word; it is written as it is, so it holds neither quotes nor backslashes. */
    JsonLine with(String name, String word) {
        members.add("\"" + name + "\": \"" + word + "\"");
        return this;
    }

    /** Adds a number. */
    JsonLine with(String name, double number) {
        members.add("\"" + name + "\": " + number);
        return this;
    }

    /** Adds a count. */
    JsonLine with(String name, long count) {
        members.add("\"" + name + "\": " + count);
        return this;
    }

    /** Adds a list of numbers. */
    JsonLine with(String name, double[] numbers) {
        members.add("\"" + name + "\": " + Arrays.toString(numbers));
        return this;
    }

    /** Adds the time that so many trial-epochs took, and their rates. */
    JsonLine with(Spent spent, double trialEpochs) {
        return with("cpu_seconds", spent.cpuSeconds())
                .with("wall_seconds", spent.wallSeconds())
                .with("trial_epochs_per_cpu_second", trialEpochs / spent.cpuSeconds())
                .with("trial_epochs_per_wall_second", trialEpochs / spent.wallSeconds());
    }

    @Override
    public String toString() {
        return "{" + String.join(", ", members) + "}";
    }
}
