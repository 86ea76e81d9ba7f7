package org.zhigong.ingest.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.contract.FileRules;
import org.zhigong.ingest.functions.Texts;

/** Tells rows that are no data: blank ones, totals, footers, the header once more. */
final class DropRules {

    private final List<String> totals;
    private final List<String> footers;
    private final Set<String> headers;
    private final Set<Integer> numbering;

    /**
     * The rules of {@code rules}.
     *
     * @param headers the cells of the header of the file, none if it has no header
     * @param numbering the positions of columns that only number the rows
     */
    DropRules(FileRules rules, List<String> headers, Set<Integer> numbering) {
        this.totals = rules.totalsWords().stream().map(Texts::code).toList();
        this.footers = rules.footerWords().stream().map(Texts::code).toList();
        this.headers = new HashSet<>(headers.stream().map(HeaderNames::form).toList());
        this.headers.remove("");
        this.numbering = Set.copyOf(numbering);
    }

    /** BLANK_LINES, TOTALS_ROW, FOOTER or REPEATED_HEADER; null for a row of data. */
    @Nullable
    String reason(List<? extends @Nullable String> cells) {
        List<String> filled = new ArrayList<>();
        boolean isNumbered = false;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String text = cell == null ? "" : Texts.code(cell);
            if (!text.isEmpty() && numbering.contains(i) && text.chars().allMatch(Character::isDigit)) {
                isNumbered = true;
            } else if (!text.isEmpty()) {
                filled.add(text);
            }
        }
        if (filled.isEmpty()) {
            return "BLANK_LINES";
        }
        String first = filled.get(0);
        if (isTotal(first) && !isNumbered) {
            return "TOTALS_ROW";
        }
        String opened = first.startsWith("(") ? first.substring(1) : first;
        if (footers.stream().anyMatch(opened::startsWith) && filled.size() <= 4) {
            return "FOOTER";
        }
        long repeated = filled.stream()
                .filter(text -> headers.contains(HeaderNames.form(text)))
                .count();
        return filled.size() >= 2 && repeated >= 0.8 * filled.size() ? "REPEATED_HEADER" : null;
    }

    private boolean isTotal(String first) {
        return totals.stream()
                .anyMatch(word -> first.equals(word) || first.startsWith(word + ":") || first.startsWith(word + "("));
    }
}
