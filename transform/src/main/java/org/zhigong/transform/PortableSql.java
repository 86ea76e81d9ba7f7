package org.zhigong.transform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Knows the SQL that all engines understand alike, and says what to write instead of what they do not. It sees words
 * and signs, not types: a sum that is not cast back to bigint is found when the columns of the result are compared with
 * those declared.
 */
public final class PortableSql {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Set<String> SIGNS =
            Set.of("(", ")", ",", ".", "+", "-", "*", "/", "%", "=", "<>", "!=", "<", "<=", ">", ">=", "||", "::");
    private static final Set<String> TYPES =
            Set.of("string", "bigint", "int", "integer", "double", "boolean", "date", "timestamp");
    private static final Set<String> NEED_ORDER =
            Set.of("row_number", "rank", "dense_rank", "lag", "lead", "first_value", "last_value", "ntile");
    private static final Set<String> ORDER_ENDS =
            Set.of("rows", "range", "limit", "offset", "union", "except", "intersect", "window");

    private static final String NAME_THE_COLUMNS =
            "name the columns; only a step that imports a table may say select * from layer.name";

    /** Something to write otherwise. */
    public record Finding(int line, String found, String instead) {
        String text() {
            return "'%s' is not portable: %s".formatted(found, instead);
        }
    }

    private final List<SqlToken> tokens;
    private final List<Finding> findings = new ArrayList<>();

    private PortableSql(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    /** What is not portable in {@code expression}, a condition or a measure. */
    public static List<Finding> inExpression(String expression) {
        PortableSql lint = new PortableSql(SqlTokens.of(expression));
        lint.words();
        lint.orders();
        return List.copyOf(lint.findings);
    }

    /** What is not portable in {@code select}, which a program made: it may leave columns without their names. */
    public static List<Finding> inStatement(String select) {
        return inModel(SqlTokens.of(select)).stream()
                .filter(finding -> !finding.instead().equals(NAME_THE_COLUMNS))
                .toList();
    }

    /** What is not portable in the text of a model. */
    static List<Finding> inModel(List<SqlToken> tokens) {
        PortableSql lint = new PortableSql(tokens);
        lint.shape();
        lint.sources();
        lint.words();
        lint.orders();
        return List.copyOf(lint.findings);
    }

    /** One line for each of {@code findings}, with file, line, and what to write instead. */
    static String shown(Path file, List<Finding> findings) {
        return findings.stream()
                .map(finding -> "%s, line %d: %s".formatted(file, finding.line(), finding.text()))
                .collect(Collectors.joining("\n"));
    }

    private void shape() {
        if (tokens.isEmpty() || !(tokens.get(0).is("with") || tokens.get(0).is("select"))) {
            String first = tokens.isEmpty() ? "" : tokens.get(0).text();
            findings.add(new Finding(1, first, "a model is one select, with its steps before it"));
        }
    }

    private void sources() {
        Set<String> steps = SqlReferences.steps(tokens);
        for (SqlReferences.Reference reference : SqlReferences.of(tokens)) {
            boolean isKnown = reference.isTable()
                    ? IDENTIFIER.matcher(reference.name().replace(".", "")).matches()
                    : steps.contains(reference.name());
            if (!isKnown) {
                findings.add(new Finding(
                        reference.line(),
                        "from " + reference.name(),
                        "name a table as layer.name in lower case, or one of the steps %s"
                                .formatted(new TreeSet<>(steps))));
            }
        }
    }

    private void words() {
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            Optional<String> instead = switch (token.kind()) {
                case WORD -> word(i);
                case NUMBER -> Optional.empty();
                case STRING -> string(token.text());
                case QUOTED_NAME -> Optional.of("names are lower-case words without quotes");
                case SIGN -> sign(i);
            };
            instead.ifPresent(text -> findings.add(new Finding(token.line(), token.text(), text)));
        }
    }

    private Optional<String> word(int i) {
        String word = tokens.get(i).text().toLowerCase(Locale.ROOT);
        if (isAt(i - 1, ".")) {
            return Optional.empty();
        }
        if (isTypePosition(i) && !TYPES.contains(word)) {
            return Optional.of("cast to string, bigint, double, boolean or date");
        }
        if (isAt(i + 1, "(")) {
            boolean lacksOrder = NEED_ORDER.contains(word) && lacksOrder(closing(i + 1) + 1);
            return lacksOrder
                    ? Optional.of("say the order inside over (…), down to a column that no two rows share")
                    : Dialect.function(word);
        }
        return Dialect.keyword(word, nextWord(i));
    }

    private boolean lacksOrder(int i) {
        return isAt(i, "over") && isAt(i + 1, "(") && !wordsInside(i + 1).contains("order");
    }

    private Set<String> wordsInside(int open) {
        return tokens.subList(open, closing(open)).stream()
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The place of the parenthesis that closes the one at {@code open}, or the end of the text. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private boolean isTypePosition(int i) {
        if (isAt(i - 1, "::")) {
            return true;
        }
        int depth = 0;
        for (int k = i - 2; isAt(i - 1, "as") && k > 0; k--) {
            depth += tokens.get(k).is(")") ? 1 : tokens.get(k).is("(") ? -1 : 0;
            if (depth < 0) {
                return isAt(k - 1, "cast") || isAt(k - 1, "try_cast");
            }
        }
        return false;
    }

    private static Optional<String> string(String text) {
        String inner = text.substring(1, Math.max(1, text.length() - 1));
        return inner.contains("\\") || inner.contains("''")
                ? Optional.of("no backslash and no quote inside a text: engines read them differently")
                : Optional.empty();
    }

    private Optional<String> sign(int i) {
        SqlToken token = tokens.get(i);
        if (token.is("//")) {
            return Optional.of("whole division is cast((a - a % b) / nullif(b, 0) as bigint)");
        }
        if (token.is(";")) {
            return Optional.of("a model is one select without a semicolon");
        }
        if (!SIGNS.contains(token.text())) {
            return Optional.of("engines do not share this sign");
        }
        if (token.is("/") && !isSafeDivisor(i + 1)) {
            return Optional.of("divide by nullif(…, 0): a division by zero is infinite here and an error there");
        }
        boolean isStar = token.is("*")
                && (isAt(i - 1, "select") || isAt(i - 1, "distinct") || isAt(i - 1, ",") || isAt(i - 1, "."));
        return isStar && !isImport(i) ? Optional.of(NAME_THE_COLUMNS) : Optional.empty();
    }

    private boolean isSafeDivisor(int i) {
        return isAt(i, "nullif")
                || (isAt(i, "cast") && isAt(i + 2, "nullif"))
                || (i < tokens.size() && tokens.get(i).kind() == SqlToken.Kind.NUMBER);
    }

    /** A step that is {@code (select * from layer.name …} without a join. */
    private boolean isImport(int star) {
        boolean isTable =
                isAt(star - 2, "(") && isAt(star - 1, "select") && isAt(star + 1, "from") && isAt(star + 3, ".");
        return isTable && !wordsInside(star - 2).contains("join");
    }

    private void orders() {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (tokens.get(i).is("order") && isAt(i + 1, "by")) {
                if (depth == 0) {
                    findings.add(new Finding(
                            tokens.get(i).line(), "order by", "outputs are sorted by their grain; leave it out"));
                } else {
                    orderItems(i + 2);
                }
            }
        }
    }

    /** An ascending order has to say where nulls stand: first on one engine, last on the other. */
    private void orderItems(int start) {
        int depth = 0;
        boolean isSafe = false;
        for (int i = start; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean isEnd = depth == 0 && (token.is(")") || ORDER_ENDS.contains(token.text()));
            if (depth == 0 && (token.is(",") || isEnd)) {
                if (!isSafe) {
                    findings.add(new Finding(
                            token.line(), "order by … " + tokens.get(i - 1).text(), "say nulls last, or desc"));
                }
                isSafe = false;
            }
            if (isEnd) {
                return;
            }
            isSafe |= depth == 0 && (token.is("desc") || token.is("nulls"));
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }

    private String nextWord(int i) {
        return i + 1 < tokens.size() ? tokens.get(i + 1).text().toLowerCase(Locale.ROOT) : "";
    }

    private boolean isAt(int i, String expected) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(expected);
    }
}
