package org.zhigong.ingest.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.ContractColumn.MoneyUnit;
import org.zhigong.ingest.functions.Redaction;
import org.zhigong.ingest.functions.Texts;

/**
 * What is kept of one cell of a quarantined row, so that whoever repairs the row need not type all of it again. A cell
 * is kept whole only where its grade allows it and it is right by itself: what is not understood may be anything.
 *
 * @param column its column
 * @param shown the cell, or its masked form
 * @param isWhole whether {@code shown} can stand for the cell
 */
public record OriginalCell(String column, String shown, boolean isWhole) {

    /** The column of {@code rows.parquet} with the cells of quarantined rows. */
    public static final String COLUMN = "zg_cells";

    private static final String WHOLE = "w";
    private static final String MASKED = "m";
    private static final String HIDDEN = "▇";

    private static final Pattern SMALL = Pattern.compile("-?[0-9]{1,7}([.][0-9]{1,6})?");

    /** The cell {@code text} that was read as {@code value}, null if it is not right. */
    static OriginalCell of(ContractColumn column, Masking masking, String text, @Nullable Object value) {
        boolean isWhole = column.isKept() && value != null && isHarmless(column, masking, text, value);
        return new OriginalCell(column.name(), isWhole ? text : masking.mask(text), isWhole);
    }

    private static boolean isHarmless(ContractColumn column, Masking masking, String text, Object value) {
        if (column.kind() == ColumnKind.TEXT) {
            // The text is redacted when it is read, so that what names a person differs from what was read.
            return value.equals(Texts.clean(text));
        }
        return Redaction.redact(text).equals(text)
                && (!masking.isPersonal()
                        || !isNumber(column)
                        || SMALL.matcher(text).matches());
    }

    // A long number in a roster of persons may be one of theirs.
    private static boolean isNumber(ContractColumn column) {
        return column.kind() == ColumnKind.COUNT || column.kind() == ColumnKind.MONEY;
    }

    /** It as a part of a {@link Judgement}. */
    String text() {
        return column + Judgement.FIELD + (isWhole ? WHOLE : MASKED) + shown.replaceAll("\\p{Cntrl}", " ");
    }

    /** The cells that {@code rows.parquet} holds of a row. */
    public static List<OriginalCell> parseAll(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(String.valueOf(Judgement.FINDING), -1))
                        .map(OriginalCell::parse)
                        .toList();
    }

    private static OriginalCell parse(String text) {
        int end = text.indexOf(Judgement.FIELD);
        return new OriginalCell(text.substring(0, end), text.substring(end + 2), text.startsWith(WHOLE, end + 1));
    }

    /**
     * The expression for the cells of a row whose values were right, by the columns that were kept of it.
     *
     * @param isPersonal whether any column of the feed names persons
     */
    static String ofValues(Contract contract, String table, boolean isPersonal) {
        String cells = contract.columns().stream()
                .flatMap(column -> ofValue(column, table, isPersonal).stream())
                .collect(Collectors.joining(", "));
        return "concat_ws(chr(%d), %s)".formatted((int) Judgement.FINDING, cells);
    }

    private static Optional<String> ofValue(ContractColumn column, String table, boolean isPersonal) {
        // An industry is kept in another edition than it was written in, a moment in two columns.
        boolean isRewritten = column.kind() == ColumnKind.INDUSTRY || column.kind() == ColumnKind.MINUTE;
        String masked = "%s || '%s'".formatted(start(column, MASKED), HIDDEN);
        if (!column.isKept() || isRewritten) {
            return column.kept().stream()
                    .findFirst()
                    .map(kept -> "case when %s.%s is not null then %s end"
                            .formatted(table, Sql.quoted(kept.name()), masked));
        }
        String own = written(column, "%s.%s".formatted(table, Sql.quoted(column.name())));
        String unsafe = isPersonal && isNumber(column)
                ? "not regexp_full_match(%s, '%s')".formatted(own, SMALL.pattern())
                : "contains(%s, '%s')".formatted(own, HIDDEN);
        return Optional.of(
                "case when %s then %s else %s || %s end".formatted(unsafe, masked, start(column, WHOLE), own));
    }

    private static String start(ContractColumn column, String mark) {
        return "%s || chr(%d) || '%s'".formatted(Sql.literal(column.name()), (int) Judgement.FIELD, mark);
    }

    /** How a value is written so that reading it gives it again. */
    private static String written(ContractColumn column, String value) {
        if (column.kind() == ColumnKind.BOOLEAN) {
            return "case when %1$s then '是' when not %1$s then '否' end".formatted(value);
        }
        if (column.kind() == ColumnKind.MONEY) {
            boolean isWan = column.unit().equals(Optional.of(MoneyUnit.WAN_YUAN));
            String unit = isWan ? "cast('0.000001' as decimal(7, 6))" : "cast('0.01' as decimal(3, 2))";
            return "cast(cast(%s as decimal(20, 0)) * %s as varchar)".formatted(value, unit);
        }
        if (column.kind() == ColumnKind.PERCENT) {
            return "cast(cast(%s as decimal(20, 0)) * cast('0.01' as decimal(3, 2)) as varchar) || '%%'"
                    .formatted(value);
        }
        return "cast(%s as varchar)".formatted(value);
    }
}
