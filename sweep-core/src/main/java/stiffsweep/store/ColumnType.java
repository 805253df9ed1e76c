package stiffsweep.store;

import java.time.Instant;
import stiffsweep.declare.ValueType;

/** The types of result columns, each with its Java class and its name in SQL. */
public enum ColumnType {
    NUMBER(Double.class, "DOUBLE"),
    COUNT(Long.class, "BIGINT"),
    SWITCH(Boolean.class, "BOOLEAN"),
    WORD(String.class, "VARCHAR"),
    /** A moment, in microseconds and UTC. */
    MOMENT(Instant.class, "TIMESTAMPTZ");

    private final Class<?> javaClass;
    private final String sqlName;

    ColumnType(Class<?> javaClass, String sqlName) {
        this.javaClass = javaClass;
        this.sqlName = sqlName;
    }

    /** The class of the column's values. */
    public Class<?> javaClass() {
        return javaClass;
    }

    public String sqlName() {
        return sqlName;
    }

    /** The type of the column that holds a setting's numbers or words. */
    static ColumnType of(ValueType type) {
        return switch (type) {
            case NUMBER, NUMBER_OR_RULE -> NUMBER;
            case COUNT -> COUNT;
            case SWITCH -> SWITCH;
            case WORD -> WORD;
        };
    }
}
