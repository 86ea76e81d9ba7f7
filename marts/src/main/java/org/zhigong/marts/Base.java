package org.zhigong.marts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhigong.transform.Model;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.TableName;

/**
 * A table that indicators are computed from, as its model declares it under {@code base}: which columns place a row,
 * which break the figures down, and who stands behind a row.
 *
 * @param columns the columns of the table, which the expressions of indicators may name
 * @param contributor an expression: the employer or union behind a row; null where nobody single stands behind it
 * @param rows whether a contributor has at most one row in a month
 * @param filter the rows that count where a breakdown does not say otherwise
 * @param persons how the persons behind a cell are counted where an indicator does not say
 * @param personsOf whose persons these are in figures of several months, where an indicator does not say
 * @param history the feeds that must have been delivered for a month to be known
 * @param nationalYear of a published national series, the column of the year that a row is about; such a base has no
 *     places and no breakdowns, and its figures are those of the nation, outside protection
 * @param schemes the ways to place a row, geo first
 * @param breakdowns the ways to split a cell
 */
public record Base(
        TableName table,
        List<Column> columns,
        String contributor,
        Rows rows,
        String filter,
        String persons,
        Indicator.PersonsOf personsOf,
        List<String> history,
        Optional<String> nationalYear,
        List<Scheme> schemes,
        List<Breakdown> breakdowns) {

    /** The city itself, the level above every scheme's first one. */
    public static final String CITY_LEVEL = "city";

    /** The division code of the city. */
    public static final String CITY = "110000";

    /** The nation, where published national series stand. */
    public static final String NATION_LEVEL = "nation";

    /** The division code of the nation. */
    public static final String NATION = "100000";

    /** The place of what cannot be placed. */
    public static final String UNALLOCATED = "unallocated";

    /** The word under which indicators name the first level of every scheme. */
    static final String FIRST_LEVEL = "district";

    /** How many rows of one month a contributor may have. */
    public enum Rows {
        ONE_PER_CONTRIBUTOR,
        MANY_PER_CONTRIBUTOR
    }

    /** One division of the city into places; every level lies within the one before. */
    public record Scheme(String name, List<Level> levels) {
        public Scheme {
            levels = List.copyOf(levels);
        }
    }

    /** The places of one size, and the column that holds them; a row without one belongs to no place of this level. */
    public record Level(String name, String column) {}

    /**
     * One way to split cells.
     *
     * @param column the value of a row; a row without one belongs to none of the cells
     * @param where the rows that count for this breakdown, instead of the base's filter
     */
    public record Breakdown(String name, String column, Optional<String> where) {}

    public Base {
        columns = List.copyOf(columns);
        history = List.copyOf(history);
        schemes = List.copyOf(schemes);
        breakdowns = List.copyOf(breakdowns);
    }

    /** The bases among {@code models}, by table. */
    public static Map<TableName, Base> among(Collection<Model> models) {
        Map<TableName, Base> bases = new TreeMap<>();
        for (Model model : models) {
            model.base().ifPresent(node -> {
                Base base = BaseDeclaration.read(model.table(), model.plainColumns(), node);
                bases.put(base.table(), base);
            });
        }
        return bases;
    }

    /** The breakdowns that split nothing, of which every figure has one: none, or the years of a national series. */
    List<Breakdown> unsplit() {
        return List.of(nationalYear
                .map(column -> new Breakdown("year", column, Optional.empty()))
                .orElse(CellKind.NONE));
    }

    Optional<Breakdown> breakdown(String name) {
        return breakdowns.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Every level of every scheme, in order. */
    List<Level> levels() {
        return schemes.stream().flatMap(scheme -> scheme.levels().stream()).toList();
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** The words of this declaration that figures depend on. */
    List<String> words() {
        return List.of(
                table.toString(),
                contributor,
                rows.name(),
                filter,
                persons,
                nationalYear.toString(),
                schemes.toString(),
                breakdowns.toString());
    }
}
