package org.zhigong.ingest.read;

import java.util.Set;
import java.util.regex.Pattern;
import org.zhigong.ingest.contract.Grade;
import org.zhigong.ingest.functions.Masks;

/**
 * What a steward may see of the cells of one column.
 *
 * @param grade of the column
 * @param isPersonal whether any column of the feed names persons: a cell may stand in the wrong column
 * @param missing texts that mean "no value" in the column
 */
record Masking(Grade grade, boolean isPersonal, Set<String> missing) {

    // Small numbers, amounts and what looks like a date name nobody.
    private static final Pattern HARMLESS = Pattern.compile(
            "-?[0-9]{1,7}([.][0-9]{1,2})?|(19|20)[0-9]{6}|[0-9]{1,4}[-./年][0-9]{1,2}([-./月][0-9]{0,2}[日号]?)?");

    String mask(String text) {
        if (missing.contains(text)) {
            return text;
        }
        if (grade == Grade.L4) {
            return Masks.shape(text);
        }
        return isPersonal && !HARMLESS.matcher(text).matches() ? Masks.shape(text) : Masks.excerpt(text);
    }
}
