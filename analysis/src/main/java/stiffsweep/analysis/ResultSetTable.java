package stiffsweep.analysis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the answer of the database into a table. */
final class ResultSetTable {

    private ResultSetTable() {}

    static Table of(ResultSet answer) throws SQLException {
        ResultSetMetaData shape = answer.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            columns.add(shape.getColumnLabel(i));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (answer.next()) {
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            for (int i = 1; i <= columns.size(); i++) {
                row.add(value(answer.getObject(i)));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Byte || value instanceof Short || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger large && large.bitLength() < Long.SIZE) {
            return large.longValue();
        }
        if (value instanceof Float || value instanceof BigDecimal || value instanceof BigInteger) {
            return ((Number) value).doubleValue();
        }
        if (value == null || value instanceof Long || value instanceof Double || value instanceof Boolean) {
            return value;
        }
        return value.toString();
    }
}
