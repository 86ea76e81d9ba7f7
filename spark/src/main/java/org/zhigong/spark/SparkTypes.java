package org.zhigong.spark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.EngineException;

/** The floor's columns and values as Spark has them. */
final class SparkTypes {

    private SparkTypes() {}

    static StructType schema(List<Column> columns) {
        StructType schema = new StructType();
        for (Column column : columns) {
            schema = schema.add(column.name(), type(column.type()));
        }
        return schema;
    }

    private static DataType type(ColumnType type) {
        return switch (type) {
            case VARCHAR -> DataTypes.StringType;
            case BIGINT -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
        };
    }

    /** The columns of what {@code select} yields. @throws EngineException on a type not portable */
    static List<Column> columns(StructType schema, String select) {
        List<Column> columns = new ArrayList<>();
        for (StructField field : schema.fields()) {
            columns.add(new Column(field.name(), type(field, select)));
        }
        return columns;
    }

    private static ColumnType type(StructField field, String select) {
        DataType type = field.dataType();
        if (type instanceof StringType) {
            return ColumnType.VARCHAR;
        }
        if (type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType)) {
            return ColumnType.BIGINT;
        }
        if (type.equals(DataTypes.DoubleType)) {
            return ColumnType.DOUBLE;
        }
        if (type.equals(DataTypes.BooleanType)) {
            return ColumnType.BOOLEAN;
        }
        if (type.equals(DataTypes.DateType)) {
            return ColumnType.DATE;
        }
        throw new EngineException(
                "Cannot write: %s".formatted(select),
                new IllegalArgumentException(
                        "Column %s has type %s: cast it to varchar, bigint, double, boolean or date"
                                .formatted(field.name(), type.sql())));
    }

    static Row row(List<Column> columns, Map<String, Object> values) {
        return RowFactory.create(columns.stream()
                .map(column -> value(column.type(), values.get(column.name())))
                .toArray());
    }

    private static @Nullable Object value(ColumnType type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case VARCHAR -> value.toString();
            case BIGINT -> value instanceof Number number ? number.longValue() : Long.parseLong(value.toString());
            case DOUBLE -> value instanceof Number number ? number.doubleValue() : Double.parseDouble(value.toString());
            case BOOLEAN -> value instanceof Boolean ? value : Boolean.parseBoolean(value.toString());
            case DATE -> LocalDate.parse(value.toString());
        };
    }

    static String sql(ColumnType type) {
        return type == ColumnType.VARCHAR ? "string" : type.sql();
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
