package org.zhigong.marts;

import java.util.List;
import java.util.stream.Stream;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.TableName;

/** The tables of figures: {@code marts.cells} before protection and {@code marts.figures} after it. */
public final class CellTable {

    /** Every figure with all its numbers, and what protection has to know of it. It never leaves {@code tables/}. */
    public static final TableName CELLS = new TableName("marts", "cells");

    /** The figures as a release states them. */
    public static final TableName FIGURES = new TableName("marts", "figures");

    /** What tells the cells of one indicator and period apart. */
    static final List<String> KEYS =
            List.of("category", "place_scheme", "place_level", "place", "breakdown", "breakdown_value");

    /**
     * What a cell measures and a confidential figure must not show: its numbers, and its status, which says something
     * of them ({@code over_100}: a numerator above its denominator; {@code ok}: neither of them is nothing).
     */
    static final List<String> MEASURED =
            List.of("numerator", "denominator", "value", "lower", "upper", "persons", "employers", "status");

    /** The total order of both tables. */
    static final List<String> ORDER = List.of(
            "indicator",
            "period_type",
            "period",
            "place_scheme",
            "place_level",
            "place",
            "breakdown",
            "breakdown_value",
            "category");

    private static final List<Column> SHARED = List.of(
            text("indicator"),
            number("duty"),
            number("definition_version"),
            text("period_type"),
            text("period"),
            date("period_from"),
            date("period_to"),
            date("as_of"),
            text("place_scheme"),
            text("place_level"),
            text("place"),
            text("breakdown"),
            text("breakdown_value"),
            text("category"),
            number("numerator"),
            number("denominator"),
            share("value"),
            share("lower"),
            share("upper"),
            text("unit"),
            share("target"),
            text("status"),
            number("persons"),
            number("employers"));

    public static final List<Column> CELL_COLUMNS = with(
            text("counts"),
            new Column("is_sensitive", ColumnType.BOOLEAN),
            number("numerator_top1"),
            number("numerator_top2"),
            number("denominator_top1"),
            number("denominator_top2"),
            number("contributors_below"),
            number("contributors_above"));

    public static final List<Column> FIGURE_COLUMNS = with(text("protection"), text("protection_reason"));

    private CellTable() {}

    private static List<Column> with(Column... more) {
        return Stream.concat(SHARED.stream(), Stream.of(more)).toList();
    }

    private static Column text(String name) {
        return new Column(name, ColumnType.VARCHAR);
    }

    private static Column number(String name) {
        return new Column(name, ColumnType.BIGINT);
    }

    private static Column share(String name) {
        return new Column(name, ColumnType.DOUBLE);
    }

    private static Column date(String name) {
        return new Column(name, ColumnType.DATE);
    }
}
