package org.zhigong.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts an SQL text into tokens; comments and space are left out. It understands no grammar and refuses nothing. */
final class SqlTokens {

    private static final Set<String> TWO_CHARACTERS =
            Set.of("::", "||", "<=", ">=", "<>", "!=", "//", "->", "=>", ":=", "**", "==", "~~", "!~", "^@");

    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    static List<SqlToken> of(String sql) {
        SqlTokens reader = new SqlTokens(sql);
        while (reader.at < sql.length()) {
            reader.next();
        }
        return List.copyOf(reader.tokens);
    }

    private void next() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            pass(at + 1);
        } else if (sql.startsWith("--", at)) {
            pass(endOf("\n"));
        } else if (sql.startsWith("/*", at)) {
            pass(endOf("*/"));
        } else if (c == '\'') {
            add(SqlToken.Kind.STRING, closing('\''));
        } else if (c == '"' || c == '`') {
            add(SqlToken.Kind.QUOTED_NAME, closing(c));
        } else if (Character.isDigit(c)) {
            add(SqlToken.Kind.NUMBER, numberEnd());
        } else if (Character.isLetter(c) || c == '_') {
            add(SqlToken.Kind.WORD, wordEnd());
        } else {
            boolean isPair = at + 2 <= sql.length() && TWO_CHARACTERS.contains(sql.substring(at, at + 2));
            add(SqlToken.Kind.SIGN, at + (isPair ? 2 : 1));
        }
    }

    private void add(SqlToken.Kind kind, int end) {
        tokens.add(new SqlToken(kind, sql.substring(at, end), line));
        pass(end);
    }

    private void pass(int end) {
        for (; at < end; at++) {
            if (sql.charAt(at) == '\n') {
                line++;
            }
        }
    }

    private int endOf(String mark) {
        int found = sql.indexOf(mark, at);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private int closing(char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) != quote) {
                end++;
            } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        return end;
    }

    private int wordEnd() {
        int end = at;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private int numberEnd() {
        int end = at;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '.')) {
            end++;
        }
        return end;
    }
}
