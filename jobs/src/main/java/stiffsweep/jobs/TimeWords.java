package stiffsweep.jobs;

/** Spans of time as a person says them. */
final class TimeWords {

    private TimeWords() {}

    /** A span in its two largest units, such as "45 s", "12 min" or "3 h 20 min"; less than a second is "1 s". */
    static String of(double seconds) {
        if (seconds > 0 && seconds < 1) {
            return "1 s";
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        long minutes = Math.round(seconds / 60);
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 24 ? hours + " h " + minutes % 60 + " min" : hours / 24 + " d " + hours % 24 + " h";
    }
}
