package org.zhigong.ingest.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.read.ContractCells.Part;
import org.zhigong.warehouse.Column;

/**
 * Turns one column of a contract into its share of the verdict SQL: what is kept of a cell, by native SQL where it
 * looks as usual and by the domain's function where not; and when the row has to be judged.
 */
final class ColumnPlanner {

    private static final String NO_CONTEXT = "null";

    private final ContractCells cells;
    private final Map<String, Integer> positions;
    private final FileTerms terms;

    ColumnPlanner(ContractCells cells, Map<String, Integer> positions, FileTerms terms) {
        this.cells = cells;
        this.positions = positions;
        this.terms = terms;
    }

    /** The share of {@code column}, which is number {@code index} of its contract. */
    ColumnSql plan(ContractColumn column, int index) {
        Integer position = positions.get(column.name());
        return position == null ? absent(column) : present(new Place(column, index, "zg_c" + position));
    }

    /** A column with the names of its stages. */
    private record Place(ContractColumn column, int index, String raw) {

        String plain() {
            return "zg_q" + index;
        }

        String value() {
            return "zg_v" + index;
        }

        String derived() {
            return "zg_w" + index;
        }

        String second() {
            return "zg_x" + index;
        }

        /** Whether a row has to be judged: a mandatory cell is empty, or {@code condition} holds for a cell. */
        String doubt(String condition) {
            return column.isRequired()
                    ? "(%s is null or %s)".formatted(raw, condition)
                    : "(%s is not null and (%s))".formatted(raw, condition);
        }

        /** The same, where {@code unusual} need not be asked of a cell that looks as usual. */
        String doubt(String unusual, String beyond) {
            return "(case when %s is not null then false when %s is null then %s else %s end%s)"
                    .formatted(plain(), raw, column.isRequired(), unusual, beyond);
        }

        String derivedName(int at) {
            return column.derivedNames().get(at);
        }
    }

    private ColumnSql absent(ContractColumn column) {
        ColumnSql.Builder sql = new ColumnSql.Builder();
        // Sex and birth stand in the person's document too.
        if (column.kind() == ColumnKind.BIRTH_DATE && hasDocument()) {
            return sql.kept("year(zg_id_birth)", column.derivedNames().get(0)).build();
        }
        if (isSex(column) && hasDocument()) {
            return sql.kept("zg_id_sex", column.name()).build();
        }
        for (Column kept : column.kept()) {
            sql.kept("cast(null as %s)".formatted(kept.type().sql()), kept.name());
        }
        return sql.build();
    }

    private ColumnSql present(Place place) {
        return switch (place.column().kind()) {
            case TEXT -> text(place);
            case CODE -> code(place);
            case COUNT -> plain(place, NativeSql.COUNT, "zg_long", other(place, "cast(%s as varchar)"), "");
            case PERCENT -> plain(place, NativeSql.PERCENT, "zg_long", otherThan(place, "[0-9.]+"), "");
            case MONEY -> plain(place, NativeSql.money(place.column()), "zg_long", otherThan(place, "-?[0-9.]+"), "");
            case DATE -> date(place);
            case MONTH -> month(place);
            case MINUTE -> minute(place);
            case BOOLEAN -> plain(place, NativeSql.BOOLEAN, "zg_boolean", "true", "");
            case CREDIT_CODE, UNION_CODE, DIVISION, STREET -> asItIs(place);
            case INDUSTRY -> industry(place);
            case OWNERSHIP -> ownership(place);
            case DISTRICT_NAME, CAPITAL -> twofold(place);
            case COVERAGE -> coverage(place);
            case PERSON_DOCUMENT -> document(place);
            case PERSON_NAME -> name(place);
            case BIRTH_DATE -> birth(place);
            case PHONE -> phone(place);
            case FREE_TEXT -> freeText(place);
            case IGNORED -> new ColumnSql.Builder().build();
        };
    }

    private ColumnSql text(Place place) {
        String unusual = "%1$s is distinct from %2$s or substr(%2$s, 1, 1) in ('=', '+', '-', '@')"
                .formatted(place.value(), place.raw());
        boolean isKey = cells.contract().keyColumns().contains(place.column().name());
        if (isKey && place.column().pattern().isEmpty()) {
            // Whether Java would change a text is told faster than the text.
            String same = "case when %s then %s else %s end"
                    .formatted(isSame(place), place.raw(), function("zg_text", place, Part.OWN));
            ColumnSql.Builder sql = plain(place, cells.isPersonal() ? NativeSql.ROSTER_KEY : NativeSql.KEY, same);
            return own(sql.doubt(place.doubt(unusual, "")), place).build();
        }
        return NativeSql.text(place.column(), hasDocument())
                .map(quick -> plain(place, quick, "zg_text", unusual, ""))
                .orElseGet(() -> own(
                                new ColumnSql.Builder().value(function("zg_text", place, Part.OWN), place.value()),
                                place)
                        .doubt(place.doubt(unusual))
                        .build());
    }

    private ColumnSql code(Place place) {
        List<String> codes = cells.plainCodes(place.column());
        String quick = codes.isEmpty() ? "case when %s then %%1$s end".formatted(isSame(place)) : NativeSql.code(codes);
        boolean isSexOfDocument = isSex(place.column()) && hasDocument();
        String mismatch = isSexOfDocument
                ? " or (coalesce(%1$s <> zg_id_sex, false) and %1$s in ('1', '2'))".formatted(place.value())
                : "";
        // What is no code and still has one is a name of it.
        ColumnSql.Builder sql = plain(place, quick, function("zg_text", place, Part.OWN))
                .doubt(place.doubt(place.value() + " is null", mismatch))
                .note(new ColumnSql.Note("CODE_ALIAS", "%s <> %s".formatted(place.value(), place.raw())));
        return isSexOfDocument
                ? sql.kept(
                                "coalesce(zg_id_sex, %s)".formatted(place.value()),
                                place.column().name())
                        .build()
                : own(sql, place).build();
    }

    private static String other(Place place, String form) {
        return form.formatted(place.value()) + " is distinct from " + place.raw();
    }

    private static String otherThan(Place place, String pattern) {
        return "%s is null or not regexp_full_match(%s, '%s')".formatted(place.value(), place.raw(), pattern);
    }

    private ColumnSql date(Place place) {
        return plain(place, NativeSql.DATE, "zg_date", unusualDate(place), future(place) + otherPeriod(place));
    }

    private ColumnSql month(Place place) {
        String other = isPeriodBound(place) ? " or %s <> '%s'".formatted(place.value(), terms.period()) : "";
        ColumnSql.Builder sql = plain(place, NativeSql.MONTH, function("zg_text", place, Part.OWN))
                .doubt(place.doubt(other(place, "%s"), other))
                .note(new ColumnSql.Note("MONTH_FORMS", "%s <> %s".formatted(place.plain(), place.raw())));
        return own(sql, place).build();
    }

    private ColumnSql minute(Place place) {
        String unusual = "%s is null or not regexp_full_match(%s, '%s')"
                .formatted(place.value(), place.raw(), NativeSql.PLAIN_MINUTE);
        return own(
                        new ColumnSql.Builder()
                                .value(function("zg_date", place, Part.OWN), place.value())
                                .value(function("zg_long", place, Part.DERIVED), place.derived())
                                .kept(place.derived(), place.derivedName(0))
                                .doubt(place.doubt(unusual + future(place) + otherPeriod(place))),
                        place)
                .build();
    }

    private String future(Place place) {
        return place.column().isPast() ? " or %s > date '%s'".formatted(place.value(), terms.receivedOn()) : "";
    }

    private String otherPeriod(Place place) {
        return isPeriodBound(place)
                ? " or strftime(%s, '%%Y-%%m') <> '%s'".formatted(place.value(), terms.period())
                : "";
    }

    private static String unusualDate(Place place) {
        return "%2$s is null or strlen(%1$s) <> 10 or %1$s not like '____-__-__'".formatted(place.raw(), place.value());
    }

    private ColumnSql industry(Place place) {
        return new ColumnSql.Builder()
                .paired(function("zg_text", place, Part.OWN), place.value())
                .kept(place.value(), place.column().name())
                .doubt(place.doubt("%1$s is null or (%1$s <> %2$s and substr(%1$s, 2) <> %2$s)"
                        .formatted(place.value(), place.raw())))
                .build();
    }

    private ColumnSql ownership(Place place) {
        ColumnSql.Builder sql = new ColumnSql.Builder()
                .paired(function("zg_text", place, Part.OWN), place.value())
                .paired(function("zg_text", place, Part.DERIVED), place.derived())
                .kept(place.derived(), place.derivedName(0))
                .doubt(place.doubt(
                        "%s is null or %s is distinct from %s".formatted(place.derived(), place.value(), place.raw())));
        return own(sql, place).build();
    }

    private ColumnSql twofold(Place place) {
        boolean isCapital = place.column().kind() == ColumnKind.CAPITAL;
        ColumnSql.Builder sql = new ColumnSql.Builder()
                .value(function("zg_text", place, Part.OWN), place.value())
                .value(function(isCapital ? "zg_long" : "zg_text", place, Part.DERIVED), place.derived())
                .kept(place.derived(), place.derivedName(0))
                .doubt(place.doubt("%s is distinct from %s".formatted(place.value(), place.raw())));
        if (isCapital) {
            sql.value(function("zg_text", place, Part.SECOND), place.second())
                    .kept(place.second(), place.derivedName(1));
        }
        return own(sql, place).build();
    }

    private ColumnSql coverage(Place place) {
        return new ColumnSql.Builder()
                .value(function("zg_long", place, Part.OWN), place.value())
                .value(function("zg_long", place, Part.DERIVED), place.derived())
                .kept(place.value(), place.derivedName(0))
                .kept(place.derived(), place.derivedName(1))
                .doubt(place.doubt("true"))
                .build();
    }

    private ColumnSql document(Place place) {
        String value = place.value();
        String unusual =
                "strlen(%1$s) <> 18 or substr(%1$s, 18, 1) > 'X' or %2$s is null".formatted(place.raw(), value);
        String context = context(place.column());
        // An identity card is what a number without a stated kind is taken for: no need to hand that over a million
        // times.
        String kind = context.equals(NO_CONTEXT) ? context : "nullif(%s, 'ID')".formatted(context);
        String key = "zg_text(%d, %s, %s)".formatted(cells.number(place.column().name(), Part.OWN), kind, place.raw());
        // Without a stated kind a number that begins with 8 or 9 says its own: a permit of residence.
        String unstated = context.equals(NO_CONTEXT)
                ? " or %s >= '8'".formatted(place.raw())
                : " or %s is null".formatted(context);
        String age = "zg_id_birth > date '%s' or zg_id_birth <= date '%s'".formatted(terms.underAge(), terms.overAge());
        return new ColumnSql.Builder()
                .paired(key, value)
                .linked("nullif(substr(%s, 1, 1), ' ')".formatted(value), "zg_id_sex")
                .linked("try_cast(substr(%s, 2, 10) as date)".formatted(value), "zg_id_birth")
                .kept("substr(%s, 12)".formatted(value), place.derivedName(0))
                .doubt(place.doubt("%s or coalesce(%s, false)%s".formatted(unusual, age, unstated)))
                .build();
    }

    private ColumnSql name(Place place) {
        return new ColumnSql.Builder()
                .value(function("zg_text", place, Part.OWN), place.value())
                .kept("substr(%s, 2)".formatted(place.value()), place.derivedName(0))
                .doubt(place.doubt(
                        "%1$s is null or substr(%1$s, 1, 1) = '%2$s'".formatted(place.value(), Parsers.Name.VARIANT)))
                .build();
    }

    private ColumnSql birth(Place place) {
        String value = place.value();
        String year = hasDocument() ? "year(coalesce(zg_id_birth, %s))".formatted(value) : "year(%s)".formatted(value);
        String mismatch = hasDocument() ? " or coalesce(%s <> zg_id_birth, false)".formatted(value) : "";
        return plain(place, NativeSql.DATE, function("zg_date", place, Part.OWN))
                .kept(year, place.derivedName(0))
                .doubt(place.doubt(unusualDate(place), mismatch + future(place)))
                .build();
    }

    private ColumnSql phone(Place place) {
        return new ColumnSql.Builder()
                .doubt(place.doubt("not regexp_full_match(%s, '%s')".formatted(place.raw(), NativeSql.MOBILE)))
                .build();
    }

    private ColumnSql freeText(Place place) {
        return new ColumnSql.Builder()
                .doubt(place.doubt("regexp_matches(%s, '%s')".formatted(place.raw(), NativeSql.PERHAPS_PERSONAL)))
                .build();
    }

    /** A column whose usual cells are kept as they are. */
    private ColumnSql asItIs(Place place) {
        return plain(place, "case when " + isSame(place) + " then %1$s end", "zg_text", "true", "");
    }

    private ColumnSql plain(Place place, String quick, String function, String unusual, String beyond) {
        ColumnSql.Builder sql =
                plain(place, quick, function(function, place, Part.OWN)).doubt(place.doubt(unusual, beyond));
        return own(sql, place).build();
    }

    private static ColumnSql.Builder own(ColumnSql.Builder sql, Place place) {
        return place.column().isKept() ? sql.kept(place.value(), place.column().name()) : sql;
    }

    /** The native reading, and for the cells that it leaves {@code careful}: what Java says. */
    private static ColumnSql.Builder plain(Place place, String quick, String careful) {
        // To call Java for empty cells costs as much as for others.
        return new ColumnSql.Builder()
                .plain(quick.formatted(place.raw()), place.plain())
                .value(
                        "coalesce(%s, case when %s is not null then %s end)"
                                .formatted(place.plain(), place.raw(), careful),
                        place.value());
    }

    private String isSame(Place place) {
        return "zg_same(%d, null, %s)".formatted(cells.number(place.column().name(), Part.OWN), place.raw());
    }

    private String function(String name, Place place, Part part) {
        return "%s(%d, %s, %s)"
                .formatted(name, cells.number(place.column().name(), part), context(place.column()), place.raw());
    }

    private String context(ContractColumn column) {
        Optional<String> context = column.contextColumn();
        if (context.isEmpty() || !positions.containsKey(context.get())) {
            return NO_CONTEXT;
        }
        Contract contract = cells.contract();
        return "zg_v" + contract.columns().indexOf(contract.column(context.get()));
    }

    private boolean isPeriodBound(Place place) {
        Contract contract = cells.contract();
        return contract.isSamePeriod()
                && contract.filePeriodColumn().equals(Optional.of(place.column().name()));
    }

    private boolean hasDocument() {
        return cells.hasDocument();
    }

    static boolean isSex(ContractColumn column) {
        return column.kind() == ColumnKind.CODE && column.codeList().equals(Optional.of("sex"));
    }
}
