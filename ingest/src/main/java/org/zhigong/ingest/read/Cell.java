package org.zhigong.ingest.read;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.functions.CellParser;
import org.zhigong.ingest.functions.PairParser;
import org.zhigong.ingest.functions.Texts;

/**
 * How the cells of one column of one contract are read: the domain's parser, behind what is common to all columns:
 * empty cells, words that mean nothing, errors of a spreadsheet. Safe for all threads.
 */
final class Cell {

    private static final String FORMULA_ERROR = "FORMULA_ERROR";

    private final PairParser<?> parser;
    private final Set<String> missing;
    private final int longestMissing;
    private final boolean isRequired;
    private final boolean isUnknownBinding;
    private final boolean isBoundByRule;
    private final Findings findings;

    Cell(CellParser<?> parser, ContractColumn column, Scope scope) {
        this(new Alone<>(parser), column, scope);
    }

    Cell(PairParser<?> parser, ContractColumn column, Scope scope) {
        this.parser = parser;
        this.missing = column.missing();
        this.longestMissing = missing.stream().mapToInt(String::length).max().orElse(0);
        this.isRequired = column.isRequired();
        this.isUnknownBinding = isRequired && column.kind() != ColumnKind.OWNERSHIP;
        this.isBoundByRule = scope.isNamedByRule(column.name());
        this.findings = scope.findings();
    }

    /** The value of a cell, null if it has none. */
    @Nullable
    Object value(@Nullable String context, String text) {
        return isMissing(text) || Texts.isFormulaError(text) ? null : parser.value(context, text);
    }

    /** Why a cell without a value is not right; null if it may be without. */
    @Nullable
    Finding issue(@Nullable String context, String text) {
        if (isMissing(text)) {
            return isRequired ? Finding.quarantined("MISSING_REQUIRED") : null;
        }
        if (Texts.isFormulaError(text)) {
            return isRequired ? Finding.quarantined(FORMULA_ERROR) : null;
        }
        String code = parser.issue(context, text);
        if (code == null) {
            return isRequired ? Finding.quarantined(sentinel(context, text)) : null;
        }
        // An unknown code may stay without a value only where nothing depends on it.
        boolean isBinding = isBoundByRule
                || (isUnknownBinding && code.equals("CODE_UNKNOWN"))
                || (isRequired && code.equals("OWNERSHIP_SCHEME"));
        return isBearable(code) && !isBinding ? Finding.flagged(code) : Finding.quarantined(code);
    }

    /** An industry that nobody can tell is fatal only where the row is counted by it. */
    private boolean isBearable(String code) {
        return findings.isFlag(code) || (code.equals("INDUSTRY_AMBIGUOUS") && !isRequired);
    }

    /** What was put right in a cell; null if nothing. */
    @Nullable
    Finding note(@Nullable String context, String text) {
        if (isMissing(text)) {
            return text.isBlank() ? null : Finding.normalised("MISSING_TOKEN");
        }
        if (Texts.isFormulaError(text)) {
            return Finding.normalised(FORMULA_ERROR);
        }
        String code = parser.note(context, text);
        if (code == null) {
            return null;
        }
        return findings.isFlag(code) ? Finding.flagged(code) : Finding.normalised(code);
    }

    private String sentinel(@Nullable String context, String text) {
        return Optional.<String>ofNullable(parser.note(context, text)).orElse("MISSING_REQUIRED");
    }

    /** Whether {@code text} is empty or a word for "no value". */
    boolean isMissing(String text) {
        if (text.isEmpty()) {
            return true;
        }
        if (text.length() > longestMissing && text.charAt(0) > ' ') {
            return false;
        }
        String code = Texts.code(text);
        return code.isEmpty() || missing.contains(code);
    }

    /** A parser that needs no other cell. */
    private record Alone<T>(CellParser<T> parser) implements PairParser<T> {

        @Override
        public @Nullable T value(@Nullable String context, String text) {
            return parser.value(text);
        }

        @Override
        public @Nullable String issue(@Nullable String context, String text) {
            return parser.issue(text);
        }

        @Override
        public @Nullable String note(@Nullable String context, String text) {
            return parser.note(text);
        }
    }
}
