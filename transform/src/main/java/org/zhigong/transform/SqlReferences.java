package org.zhigong.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zhigong.warehouse.TableName;

/**
 * Finds what an SQL text reads: the names that stand after {@code from} and {@code join}. A {@code from} inside a
 * function, as in {@code extract(year from d)}, and {@code is distinct from} are something else.
 */
final class SqlReferences {

    /** A name that is read. */
    record Reference(String name, int line) {
        boolean isTable() {
            return name.indexOf('.') >= 0;
        }

        TableName table() {
            return TableName.parse(name);
        }
    }

    /** What is open around a token: a pair of parentheses or the whole text. */
    private static final class Scope {
        private boolean hasSelect;
        private boolean isFrom;
    }

    private static final Set<String> ENDS_FROM =
            Set.of("where", "group", "having", "order", "window", "limit", "union", "except", "intersect", "select");

    private final List<SqlToken> tokens;
    private final List<Reference> references = new ArrayList<>();

    private SqlReferences(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    /** Every name after from and join, in the order of the text; the steps of the text itself included. */
    static List<Reference> of(List<SqlToken> tokens) {
        SqlReferences search = new SqlReferences(tokens);
        search.search();
        return List.copyOf(search.references);
    }

    /** The names of the steps: {@code name as (}. */
    static Set<String> steps(List<SqlToken> tokens) {
        Set<String> steps = new HashSet<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).isWord()
                    && tokens.get(i + 1).is("as")
                    && tokens.get(i + 2).is("(")) {
                steps.add(tokens.get(i).text());
            }
        }
        return steps;
    }

    private void search() {
        Deque<Scope> scopes = new ArrayDeque<>();
        scopes.push(new Scope());
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            Scope scope = scopes.element();
            if (token.is("(")) {
                scopes.push(new Scope());
            } else if (token.is(")") && scopes.size() > 1) {
                scopes.pop();
            } else if (token.is("from") && scope.hasSelect && !isAfter(i, "distinct")) {
                scope.isFrom = true;
                read(i + 1);
            } else if (scope.isFrom && (token.is("join") || token.is(","))) {
                read(i + 1);
            } else if (token.isWord() && ENDS_FROM.contains(token.text().toLowerCase(Locale.ROOT))) {
                scope.hasSelect |= token.is("select");
                scope.isFrom = false;
            }
        }
    }

    private boolean isAfter(int position, String keyword) {
        return position > 0 && tokens.get(position - 1).is(keyword);
    }

    private void read(int position) {
        if (position >= tokens.size() || !tokens.get(position).isWord()) {
            return;
        }
        SqlToken first = tokens.get(position);
        boolean isDotted = position + 2 < tokens.size()
                && tokens.get(position + 1).is(".")
                && tokens.get(position + 2).isWord();
        String name = isDotted ? first.text() + "." + tokens.get(position + 2).text() : first.text();
        references.add(new Reference(name, first.line()));
    }
}
