package org.zhigong.marts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.YamlNode;

/**
 * The expressions of indicators and bases: SQL over the columns of one base, in the words that every engine understands
 * alike. Whatever else stands in one is refused where it is read.
 */
final class Expressions {

    /** In bounds: the sum over the cell that the indicator calls so. */
    static final String NUMERATOR = "numerator";

    static final String DENOMINATOR = "denominator";

    private static final Set<String> ROW_WORDS = Set.of(
            "case",
            "when",
            "then",
            "else",
            "end",
            "and",
            "or",
            "not",
            "in",
            "is",
            "null",
            "between",
            "like",
            "true",
            "false",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "cast",
            "as",
            "bigint",
            "string",
            "abs");

    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final Pattern AGGREGATE = Pattern.compile("\\b(sum|max)\\s*\\(");

    /** An aggregate inside a bound: {@code max(stated_workers)}. */
    record Aggregate(String function, String argument, int start, int end) {}

    private Expressions() {}

    /** A column of the base. */
    static String column(YamlNode node, Collection<String> columns) {
        String name = node.text().strip();
        if (!columns.contains(name)) {
            throw node.failure("unknown column '%s'%s".formatted(name, NearestNames.hint(name, columns)));
        }
        return name;
    }

    /** An expression over one row. */
    static String row(YamlNode node, Collection<String> columns) {
        String text = node.text().strip();
        checkWords(node, text, columns, Set.of());
        return text;
    }

    /** Exactly one {@code sum(…)}, so that everybody's contribution is defined; returns what is summed. */
    static String sum(YamlNode node, Collection<String> columns) {
        String text = node.text().strip();
        List<Aggregate> found = aggregates(text);
        boolean isOneSum = found.size() == 1
                && found.get(0).function().equals("sum")
                && found.get(0).start() == 0
                && found.get(0).end() == text.length();
        if (!isOneSum) {
            throw node.failure(
                    "expected one sum(…) over the rows, found '%s'; a ratio has its denominator apart".formatted(text));
        }
        String argument = found.get(0).argument();
        checkWords(node, argument, columns, Set.of());
        return argument;
    }

    /** An expression over a cell: sums and maxima over its rows, and the words numerator and denominator. */
    static String bound(YamlNode node, Collection<String> columns) {
        String text = node.text().strip();
        StringBuilder outside = new StringBuilder(text);
        List<Aggregate> found = aggregates(text);
        for (int i = found.size() - 1; i >= 0; i--) {
            checkWords(node, found.get(i).argument(), columns, Set.of());
            outside.replace(found.get(i).start(), found.get(i).end(), "0");
        }
        checkWords(node, outside.toString(), List.of(), Set.of(NUMERATOR, DENOMINATOR));
        return text;
    }

    /** The sums and maxima in {@code text}, in order; what stands inside one is its argument. */
    static List<Aggregate> aggregates(String text) {
        String masked = STRING.matcher(text)
                .replaceAll(found -> "'" + "x".repeat(found.group().length() - 2) + "'");
        List<Aggregate> found = new ArrayList<>();
        Matcher matcher = AGGREGATE.matcher(masked);
        int from = 0;
        while (matcher.find(from)) {
            int end = closing(masked, matcher.end());
            found.add(new Aggregate(
                    matcher.group(1),
                    text.substring(matcher.end(), Math.max(matcher.end(), end - 1))
                            .strip(),
                    matcher.start(),
                    end));
            from = end;
        }
        return found;
    }

    private static int closing(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static void checkWords(YamlNode node, String text, Collection<String> columns, Set<String> more) {
        String bare = STRING.matcher(text).replaceAll("''");
        if (bare.contains("/") || bare.contains("::")) {
            throw node.failure("expected no division and no '::' (use cast), found '%s'".formatted(text));
        }
        Matcher words = WORD.matcher(bare);
        while (words.find()) {
            String word = words.group();
            if (!columns.contains(word) && !ROW_WORDS.contains(word) && !more.contains(word)) {
                List<String> known = new ArrayList<>(columns);
                known.addAll(more);
                throw node.failure("unknown column or function '%s' in '%s'%s"
                        .formatted(word, text, NearestNames.hint(word, known)));
            }
        }
    }
}
