package org.zhigong.ingest.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhigong.ingest.form.TextRecord;

/** Looks for the header in the first lines of a file. */
final class HeaderSearch {

    /** How many lines or rows are looked at. */
    static final int LINES = 40;

    private final FirstRecords first;

    HeaderSearch(FirstRecords first) {
        this.first = first;
    }

    /** The row with the most columns of {@code names}, under the delimiter that gives the most; empty: none has two. */
    Optional<Header> best(HeaderNames names, Collection<Character> delimiters, int maxTitleRows) {
        return delimiters.stream()
                .flatMap(delimiter -> candidates(names, delimiter, maxTitleRows).stream())
                .filter(header -> header.matched() >= 2)
                .max(Comparator.comparingInt(Header::matched)
                        .thenComparing(Comparator.comparingInt(Header::levels).reversed())
                        .thenComparing(Comparator.comparingInt(Header::rows).reversed()));
    }

    /** Whether the lines show more columns of {@code names} when they are read as UTF-8 that was taken for GB18030. */
    boolean isMisread(HeaderNames names, Collection<Character> delimiters, int maxTitleRows) {
        int found = new HeaderSearch(first.restored())
                .best(names, delimiters, maxTitleRows)
                .map(Header::matched)
                .orElse(0);
        return found >= 2
                && found
                        > best(names, delimiters, maxTitleRows)
                                .map(Header::matched)
                                .orElse(0);
    }

    /** The fields of the first record. */
    List<String> firstRecord(char delimiter) {
        List<TextRecord> records = first.records(delimiter, 1);
        return records.isEmpty() ? List.of() : records.get(0).fields();
    }

    /** Whether there is nothing to be seen. */
    boolean isBlank() {
        return first.records(',', LINES).stream().allMatch(TextRecord::isBlank);
    }

    private List<Header> candidates(HeaderNames names, char delimiter, int maxTitleRows) {
        List<TextRecord> records = first.records(delimiter, maxTitleRows + 2);
        List<Header> candidates = new ArrayList<>();
        for (int i = 0; i < records.size() && i <= maxTitleRows; i++) {
            List<String> cells = records.get(i).fields();
            candidates.add(Header.of(delimiter, i + 1, 1, cells, names));
            if (i + 1 < records.size()) {
                List<String> below = records.get(i + 1).fields();
                candidates.add(Header.of(delimiter, i + 2, 2, joined(cells, below, names), names));
            }
        }
        return candidates;
    }

    // A merged cell stands over several columns and is written once; what stands over one column alone may be below
    // or above.
    private static List<String> joined(List<String> above, List<String> below, HeaderNames names) {
        List<String> cells = new ArrayList<>();
        String group = "";
        for (int i = 0; i < Math.max(above.size(), below.size()); i++) {
            String upper = i < above.size() ? above.get(i) : "";
            String lower = i < below.size() ? below.get(i) : "";
            group = upper.isBlank() ? group : upper;
            if (lower.isBlank()) {
                cells.add(upper);
            } else if (group.isBlank()) {
                cells.add(lower);
            } else {
                String both = group.strip() + "_" + lower.strip();
                cells.add(names.column(both).isPresent() ? both : lower);
            }
        }
        return cells;
    }
}
