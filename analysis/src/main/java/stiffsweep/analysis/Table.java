package stiffsweep.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows and columns, such as the answer to a query.
 *
 * <p>A value is a {@link Long}, {@link Double}, {@link Boolean}, {@link String} or null. How it reads in text, CSV and
 * JSON is in {@link TableText}, {@link TableMarkdown}, {@link TableLatex},
 * {@link TableCsv} and {@link TableJson}.
 *
 * @param columns the columns' names
 * @param rows the rows, each with a value for each column
 * @param keys how many of the first columns tell rows apart, such as settings: their numbers are written with as many digits
 *     as that takes
 */
public record Table(List<String> columns, List<List<@Nullable Object>> rows, int keys) {

    public Table {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copies = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row must have a value for each of the " + columns.size()
                        + " columns, but got " + row.size() + " values");
            }
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copies);
        if (keys < 0 || keys > columns.size()) {
            throw new IllegalArgumentException(
                    "keys must be from 0 to the " + columns.size() + " columns, but got " + keys);
        }
    }

    /** A table of numbers none of which need more than the usual digits. */
    public Table(List<String> columns, List<List<@Nullable Object>> rows) {
        this(columns, rows, 0);
    }

    /** How many significant digits the numbers of each column are written with. */
    public int[] digits(int usual) {
        int[] digits = new int[columns.size()];
        Arrays.fill(digits, usual);
        for (int i = 0; i < keys; i++) {
            int column = i;
            List<Double> numbers = rows.stream()
                    .map(row -> row.get(column))
                    .filter(Double.class::isInstance)
                    .map(Double.class::cast)
                    .toList();
            digits[i] = NumberText.digits(numbers, usual);
        }
        return digits;
    }

    /** The values of one column, from the first row to the last. */
    public List<@Nullable Object> column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("a column must be one of " + columns + ", but got " + name);
        }
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(row.get(index)));
        return values;
    }

    /** This table without the columns in which no row has a value, or a text that says anything. */
    public Table withoutEmptyColumns() {
        return with(i -> rows.stream().anyMatch(row -> row.get(i) != null && !"".equals(row.get(i))));
    }

    /** This table without some columns. */
    public Table without(Set<String> names) {
        return with(i -> !names.contains(columns.get(i)));
    }

    private Table with(IntPredicate isKept) {
        int[] filled = IntStream.range(0, columns.size()).filter(isKept).toArray();
        List<String> names = IntStream.of(filled).mapToObj(columns::get).toList();
        List<List<@Nullable Object>> kept = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> values = new ArrayList<>(filled.length);
            IntStream.of(filled).forEach(i -> values.add(row.get(i)));
            kept.add(values);
        }
        int keysKept =
                Math.toIntExact(IntStream.of(filled).filter(i -> i < keys).count());
        return new Table(names, kept, keysKept);
    }

    /** Aligned columns for reading, numbers to five significant digits. */
    public String asText() {
        return TableText.of(this);
    }

    /** Markdown for documents, numbers to five significant digits. */
    public String asMarkdown() {
        return TableMarkdown.of(this);
    }

    /** LaTeX for papers, with the package booktabs, numbers to five significant digits. */
    public String asLatex() {
        return TableLatex.of(this);
    }

    /** CSV for other programs, numbers in full. */
    public String asCsv() {
        return TableCsv.of(this);
    }

    /** A JSON array with one object for each row, numbers in full. */
    public String asJson() {
        return TableJson.of(this);
    }
}
