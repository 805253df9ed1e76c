package stiffsweep.folder;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import stiffsweep.store.Column;
import stiffsweep.store.ColumnRoles;
import stiffsweep.store.Row;
import stiffsweep.store.TrialColumns;
import stiffsweep.sweep.TrialId;

/** Translates columns to Parquet types, and rows to Parquet records and back. */
public final class ParquetCodec {

    private ParquetCodec() {}

    static ParquetTable table(String name, List<Column> columns, List<Row> rows) {
        MessageType type =
                new MessageType(name, columns.stream().map(ParquetCodec::type).toList());
        return new ParquetTable(
                type,
                ColumnRoles.written(columns),
                rows.stream().map(row -> group(type, row)).toList());
    }

    /** The trial that a record of any table is of. */
    public static TrialId trial(Group group) {
        return new TrialId(group.getString(TrialColumns.TRIAL_ID.name(), 0));
    }

    /** The values of a record by column; a column without a value is left out. */
    public static Row row(Group group) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (Type field : group.getType().getFields()) {
            if (group.getFieldRepetitionCount(field.getName()) > 0) {
                values.put(field.getName(), value(group, field.asPrimitiveType()));
            }
        }
        return new Row(values);
    }

    private static Type type(Column column) {
        Repetition repetition = column.isNullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
        return switch (column.type()) {
            case NUMBER -> Types.primitive(DOUBLE, repetition).named(column.name());
            case COUNT -> Types.primitive(INT64, repetition).named(column.name());
            case SWITCH -> Types.primitive(BOOLEAN, repetition).named(column.name());
            case WORD -> Types.primitive(BINARY, repetition).as(stringType()).named(column.name());
            case MOMENT ->
                Types.primitive(INT64, repetition)
                        .as(timestampType(true, MICROS))
                        .named(column.name());
        };
    }

    private static Group group(MessageType type, Row row) {
        SimpleGroup group = new SimpleGroup(type);
        row.values().forEach((column, value) -> {
            if (value instanceof Double number) {
                group.add(column, number);
            } else if (value instanceof Long count) {
                group.add(column, count);
            } else if (value instanceof Boolean isOn) {
                group.add(column, isOn);
            } else if (value instanceof Instant moment) {
                group.add(column, ChronoUnit.MICROS.between(Instant.EPOCH, moment));
            } else {
                group.add(column, (String) value);
            }
        });
        return group;
    }

    private static Object value(Group group, PrimitiveType field) {
        String column = field.getName();
        PrimitiveTypeName primitive = field.getPrimitiveTypeName();
        if (primitive == DOUBLE) {
            return group.getDouble(column, 0);
        }
        if (primitive == BOOLEAN) {
            return group.getBoolean(column, 0);
        }
        if (primitive == BINARY) {
            return group.getString(column, 0);
        }
        long number = group.getLong(column, 0);
        boolean isMoment = field.getLogicalTypeAnnotation() != null;
        return isMoment ? Instant.EPOCH.plus(number, ChronoUnit.MICROS) : (Object) number;
    }
}
