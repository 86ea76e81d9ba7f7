package org.zhigong.ingest.read;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of a row that had to be judged, as one text, so that the engine can carry it: the verdict's first letter,
 * then findings, flags, notes, the reason for which it was dropped, and of a quarantined row what may be kept of its
 * cells, each after a {@link #PART}.
 */
record Judgement(String text) {

    /** Separates the parts of a judgement. These separators occur in no cell that went through the reader. */
    static final char PART = 29;

    /** Separates the findings of a row. */
    static final char FINDING = 30;

    /** Separates column, code and value of a finding. */
    static final char FIELD = 31;

    static final String ACCEPTED = "a";
    static final String QUARANTINED = "q";
    static final String DROPPED = "d";

    static Judgement accepted(Collection<String> flags, Collection<String> notes) {
        return of(ACCEPTED, "", String.join(" ", flags), String.join(" ", notes), "", "");
    }

    static Judgement quarantined(String column, String code, String value) {
        return quarantined(List.of(finding(column, code, value)), List.of(), List.of());
    }

    static Judgement quarantined(
            Collection<String> findings, Collection<String> notes, Collection<OriginalCell> cells) {
        String kept = cells.stream().map(OriginalCell::text).collect(Collectors.joining(String.valueOf(FINDING)));
        return of(QUARANTINED, String.join(String.valueOf(FINDING), findings), "", String.join(" ", notes), "", kept);
    }

    static Judgement dropped(String reason) {
        return of(DROPPED, "", "", "", reason, "");
    }

    /** One finding of a row; {@code value} is masked already. */
    static String finding(String column, String code, String value) {
        return column + FIELD + code + FIELD + value.replaceAll("\\p{Cntrl}", " ");
    }

    private static Judgement of(String... parts) {
        return new Judgement(String.join(String.valueOf(PART), parts));
    }
}
