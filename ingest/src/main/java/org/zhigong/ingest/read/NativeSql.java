package org.zhigong.ingest.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.ContractColumn.MoneyUnit;

/**
 * Native SQL for what cells usually look like, which is many times faster than a call of Java. Each gives what the
 * domain's function gives, or null for texts in any other form. {@code %1$s} stands for the text.
 */
final class NativeSql {

    // Text that cleaning and redacting leave as it is: Han characters, and letters and digits in short runs. Two small
    // expressions are compiled in no time; one that says it all takes longer than a small file.
    private static final String TEXT_FORM = "regexp_full_match(%1$s, '[0-9A-Za-z()\\x{4e00}-\\x{9fa5}]*')";

    private static final String NO_LONG_RUN = "not regexp_matches(%1$s, '[0-9A-Za-z]{6}')";

    /** The numbers that offices give: letters first, then too few digits to be any number of a person. */
    private static final String OFFICE_NUMBER = "regexp_full_match(%1$s, '[A-Z]{1,6}[0-9]{1,10}')";

    /** What may be a word for a test begins with one of these. */
    private static final String NO_TEST = "substr(%1$s, 1, 1) not in ('测', '样', '示', 'T', 't', 'D', 'd')";

    private static final String PLAIN_TEXT =
            TEXT_FORM + " and (" + NO_LONG_RUN + " or " + OFFICE_NUMBER + ") and " + NO_TEST;

    /** The same among rows of persons, where a short text may be a name and a number that of a document. */
    private static final String ROSTER_TEXT =
            TEXT_FORM + " and " + NO_LONG_RUN + " and " + NO_TEST + " and length(%1$s) > 4";

    static final String DATE =
            "case when strlen(%1$s) = 10 and %1$s > '1900-01-01' and %1$s < '2099-12-31' and %1$s <> '1970-01-01' and"
                    + " cast(try_cast(%1$s as date) as varchar) = %1$s then try_cast(%1$s as date) end";

    static final String COUNT =
            "case when strlen(%1$s) <= 9 and cast(try_cast(%1$s as uinteger) as varchar) = %1$s then"
                    + " cast(try_cast(%1$s as uinteger) as bigint) end";

    /** A key as offices make them: letters, then digits, too few of either to be a number of a person. */
    static final String KEY = "case when regexp_full_match(%1$s, '[A-Z]{1,6}[0-9]{1,10}') then %1$s end";

    /** The same among rows of persons: nothing that could be the number of a travel document or of a person. */
    static final String ROSTER_KEY =
            "case when regexp_full_match(%1$s, '[A-Z]{1,6}[0-9]{1,7}|[A-Z]{2,6}[0-9]{10,16}') then %1$s end";

    static final String MONTH = "case when regexp_full_match(%1$s, '(19|20)[0-9]{2}-(0[1-9]|1[0-2])') then %1$s"
            + " when regexp_full_match(%1$s, '(19|20)[0-9]{2}(0[1-9]|1[0-2])') then"
            + " substr(%1$s, 1, 4) || '-' || substr(%1$s, 5) end";

    static final String PLAIN_MINUTE = "[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?";

    static final String BOOLEAN = "case %1$s when '是' then true when '否' then false end";

    static final String MOBILE = "1[3-9][0-9]{9}";

    /** A number, a letter or an at sign, in any width: what redacting may find something in. */
    static final String PERHAPS_PERSONAL = "[0-9A-Za-z@*\\x{ff00}-\\x{ff5f}]";

    static final String PERCENT = "case when regexp_full_match(%1$s, '[0-9]{1,3}([.][0-9]{1,2})?') then"
            + " cast(cast(%1$s as decimal(6,2)) * 100 as bigint) end";

    private static final String YUAN = "case when regexp_full_match(%1$s, '-?[0-9]{1,12}([.][0-9]{1,2})?') then"
            + " cast(cast(%1$s as decimal(14,2)) * 100 as bigint) end";

    private static final String WAN_YUAN = "case when regexp_full_match(%1$s, '-?[0-9]{1,9}([.][0-9]{1,6})?') then"
            // Wide, since the engine multiplies in the width it is given: ten thousand millions would not fit.
            + " cast(cast(%1$s as decimal(30,6)) * 1000000 as bigint) end";

    // Patterns of these characters mean the same in Java and in the engine, and let nothing through but plain ASCII.
    private static final Pattern SIMPLE =
            Pattern.compile("\\^?([0-9A-Za-z]|\\[[0-9A-Za-z-]+]|\\{[0-9]+(,[0-9]*)?})+\\$?");

    // Of a pattern with alternatives those that redacting leaves alone; the rest is left to Java.
    private static final Pattern OFFICE_PATTERN = Pattern.compile("\\[A-Z]\\{\\d(,\\d)?}\\[0-9]\\{(\\d,)?(\\d|10)}");

    private NativeSql() {}

    static String money(ContractColumn column) {
        return column.unit().equals(Optional.of(MoneyUnit.WAN_YUAN)) ? WAN_YUAN : YUAN;
    }

    /**
     * Text without a pattern, or with one so simple that the engine reads it alike; else there is no native way.
     *
     * @param isRoster whether a short text may be a person's name in the wrong column
     */
    static Optional<String> text(ContractColumn column, boolean isRoster) {
        Optional<String> pattern = column.pattern().map(Pattern::pattern).map(NativeSql::simple);
        if (pattern.filter(String::isEmpty).isPresent()) {
            return Optional.empty();
        }
        String condition = pattern.map(simple ->
                        "regexp_full_match(%%1$s, %s) and not starts_with(%%1$s, '-')".formatted(Sql.literal(simple)))
                .orElse(isRoster ? ROSTER_TEXT : PLAIN_TEXT);
        return Optional.of("case when " + condition + notMissing(column) + " then %1$s end");
    }

    /** The part of {@code pattern} that the engine may decide; empty if there is none. */
    private static String simple(String pattern) {
        if (SIMPLE.matcher(pattern).matches()) {
            return pattern;
        }
        return Arrays.stream(pattern.split("\\|", -1))
                .filter(alternative -> OFFICE_PATTERN.matcher(alternative).matches())
                .collect(Collectors.joining("|"));
    }

    static String code(List<String> codes) {
        return "case when %1$s in (" + literals(codes) + ") then %1$s end";
    }

    /** A literal in a text that is a format. */
    private static String escaped(String text) {
        return Sql.literal(text).replace("%", "%%");
    }

    /** What is longer than any word for "no value" is none; to look for words costs more than to leave the rest. */
    private static String notMissing(ContractColumn column) {
        return column.missing().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .max(Comparator.naturalOrder())
                .map(longest -> " and strlen(%%1$s) > %d".formatted(longest))
                .orElse("");
    }

    private static String literals(List<String> texts) {
        return texts.stream().map(NativeSql::escaped).collect(Collectors.joining(", "));
    }
}
