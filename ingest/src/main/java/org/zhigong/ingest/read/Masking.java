package org.zhigong.ingest.read;

import java.util.Set;
import java.util.regex.Pattern;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.Grade;
import org.zhigong.ingest.functions.Masks;

/**
 * What a steward may see of the cells of one column.
 *
 * @param grade of the column
 * @param kind of the column
 * @param missing texts that mean "no value" in the column
 * @param isPersonal whether any column of the feed names persons: a cell may stand in the wrong column
 */
record Masking(Grade grade, ColumnKind kind, Set<String> missing, boolean isPersonal) {

    /** Of what stands in no column. */
    static final Masking WHOLE = new Masking(Grade.L4, ColumnKind.IGNORED, Set.of(), true);

    // Small numbers, amounts and what looks like a date name nobody.
    private static final Pattern HARMLESS = Pattern.compile(
            "-?[0-9]{1,7}([.][0-9]{1,2})?|(19|20)[0-9]{6}|[0-9]{1,4}[-./年][0-9]{1,2}([-./月][0-9]{0,2}[日号]?)?");

    /** What a number of a person is not: short, or of the length of a credit code and with letters inside. */
    private static final Pattern TELLING = Pattern.compile("[0-9A-Za-z]{9,}");

    private static final Pattern CREDIT_CODE = Pattern.compile("(?=[0-9A-Za-z]{0,16}[A-Za-z])[0-9A-Za-z]{18}");

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+");

    /** Words of signs that stand in numbers, days and measures; others may be a name. */
    private static final Pattern MEASURE = Pattern.compile("[年月日号时分元角万亿千百十人名家户个约余多左右以上下零〇一二三四五六七八九两是否有无]+");

    Masking(ContractColumn column, boolean isPersonal) {
        this(column.grade(), column.kind(), column.missing(), isPersonal);
    }

    String mask(String text) {
        if (missing.contains(text)) {
            return text;
        }
        if (grade == Grade.L4) {
            return Masks.shape(text);
        }
        if (isPersonal) {
            return HARMLESS.matcher(text).matches() ? Masks.excerpt(text) : Masks.shape(text);
        }
        String excerpt = Masks.excerpt(text);
        return kind == ColumnKind.TEXT ? excerpt : careful(excerpt);
    }

    private static String careful(String text) {
        String numbers = TELLING.matcher(text)
                .replaceAll(match ->
                        CREDIT_CODE.matcher(match.group()).matches() ? match.group() : Masks.shape(match.group()));
        return WORD.matcher(numbers)
                .replaceAll(
                        match -> MEASURE.matcher(match.group()).matches() ? match.group() : Masks.shape(match.group()));
    }
}
