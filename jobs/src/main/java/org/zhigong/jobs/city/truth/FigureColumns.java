package org.zhigong.jobs.city.truth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;

/** The columns of a table of figures, and a true figure as one of its rows. */
final class FigureColumns {

    static final List<String> KEY = List.of(
            "indicator", "period", "place_scheme", "place_level", "place", "breakdown", "breakdown_value", "category");

    static final List<Column> ALL = List.of(
            new Column("indicator", ColumnType.VARCHAR),
            new Column("duty", ColumnType.BIGINT),
            new Column("definition_version", ColumnType.BIGINT),
            new Column("period_type", ColumnType.VARCHAR),
            new Column("period", ColumnType.VARCHAR),
            new Column("period_from", ColumnType.DATE),
            new Column("period_to", ColumnType.DATE),
            new Column("as_of", ColumnType.DATE),
            new Column("place_scheme", ColumnType.VARCHAR),
            new Column("place_level", ColumnType.VARCHAR),
            new Column("place", ColumnType.VARCHAR),
            new Column("breakdown", ColumnType.VARCHAR),
            new Column("breakdown_value", ColumnType.VARCHAR),
            new Column("category", ColumnType.VARCHAR),
            new Column("numerator", ColumnType.BIGINT),
            new Column("denominator", ColumnType.BIGINT),
            new Column("value", ColumnType.DOUBLE),
            new Column("lower", ColumnType.DOUBLE),
            new Column("upper", ColumnType.DOUBLE),
            new Column("unit", ColumnType.VARCHAR),
            new Column("target", ColumnType.DOUBLE),
            new Column("status", ColumnType.VARCHAR),
            new Column("persons", ColumnType.BIGINT),
            new Column("employers", ColumnType.BIGINT),
            new Column("protection", ColumnType.VARCHAR),
            new Column("protection_reason", ColumnType.VARCHAR));

    private static final long DEFINITION_VERSION = 1;

    private FigureColumns() {}

    /** The values of {@code figure} in the order of the columns; what does not exist is null. */
    static Map<String, @Nullable Object> row(TrueFigure figure) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("indicator", figure.indicator());
        row.put("duty", figure.duty());
        row.put("definition_version", DEFINITION_VERSION);
        row.put("period_type", figure.periodType());
        row.put("period", figure.period());
        row.put("period_from", figure.periodFrom());
        row.put("period_to", figure.periodTo());
        row.put("as_of", figure.asOf());
        row.put("place_scheme", figure.placeScheme());
        row.put("place_level", figure.placeLevel());
        row.put("place", figure.place());
        row.put("breakdown", figure.breakdown());
        row.put("breakdown_value", figure.breakdownValue());
        row.put("category", figure.category());
        row.put("numerator", figure.numerator());
        row.put("denominator", figure.denominator());
        row.put("value", figure.value());
        row.put("lower", figure.lower());
        row.put("upper", figure.upper());
        row.put("unit", figure.unit());
        row.put("target", figure.target());
        row.put("status", figure.status());
        row.put("persons", figure.persons());
        row.put("employers", figure.employers());
        row.put("protection", figure.protection());
        row.put("protection_reason", figure.protectionReason());
        return row;
    }
}
