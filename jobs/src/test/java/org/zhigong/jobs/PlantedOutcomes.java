package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.ClosedCity.Intaken;
import org.zhigong.jobs.city.feed.PlantedDefect.Outcome;
import org.zhigong.warehouse.TableName;

/** What became of every defect that was planted in a city, file by file and line by line. */
final class PlantedOutcomes {

    private static final TableName ROW_ISSUES = new TableName("core", "row_issues");

    /** How files of a feed always are: the tax bureau's own form, older editions, callers in tickets, sorted fields. */
    private static final Map<String, Set<String>> USUAL = Map.of(
            "receipts",
            Set.of("ENC_GB18030", "CODE_ALIAS", "MONTH_FORMS"),
            "arbitration",
            Set.of("CODE_ALIAS", "DATE_FORMS", "FULLWIDTH"),
            "employers",
            Set.of("CODE_ALIAS"),
            "training",
            Set.of("CODE_ALIAS"),
            "certificates",
            Set.of("CODE_ALIAS"),
            "requests",
            Set.of("PII_IN_TEXT", "COL_ORDER"));

    private final ClosedCity closed;
    private final List<Map<String, Object>> planted;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> linesBefore = new HashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final Set<String> found = new HashSet<>();

    PlantedOutcomes(ClosedCity closed, MonthClose.Built built) {
        this.closed = closed;
        planted = closed.planted();
        closed.intake().forEach((name, file) -> {
            if (!file.verdict().equals("duplicate")) {
                names.put(file.batch(), name);
            }
            linesBefore.put(name, file.feed().equals("receipts") ? 0 : 1);
        });
        planted.stream()
                .filter(defect -> text(defect, "code").equals("TITLE_ROWS"))
                .forEach(defect -> linesBefore.merge(file(defect), 3, Integer::sum));
        noteRows();
        noteQuarantine();
        noteIssues(closed.rows(built.tables().files(closed.home(), ROW_ISSUES)));
    }

    /** The planted defects with another outcome than they should have. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (Map<String, Object> defect : planted) {
            Intaken file = Objects.requireNonNull(closed.intake().get(file(defect)));
            if (!isAsExpected(defect, file)) {
                differences.add("%s; the file is %s with %s".formatted(defect, file.verdict(), file.reasons()));
            }
        }
        return differences;
    }

    /** The codes that were planted. */
    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        planted.forEach(defect -> codes.add(text(defect, "code")));
        return codes;
    }

    /** What ingest found in accepted files though nobody planted it there: codes by feed and file. */
    Map<String, Set<String>> unplanted() {
        Map<String, Set<String>> unplanted = new TreeMap<>();
        closed.intake().forEach((file, intaken) -> {
            Set<String> codes = new TreeSet<>(intaken.reasons().keySet());
            planted.stream()
                    .filter(defect -> file.equals(file(defect)))
                    .forEach(defect -> codes.remove(text(defect, "code")));
            planted.stream()
                    .filter(defect ->
                            file.equals(file(defect)) && text(defect, "code").equals("USCC_UNPROVEN"))
                    .forEach(defect -> codes.remove("USCC_REPAIRED"));
            codes.removeAll(USUAL.getOrDefault(intaken.feed(), Set.of()));
            if (!codes.isEmpty() && intaken.verdict().equals("accepted")) {
                unplanted.put(file, codes);
            }
        });
        return unplanted;
    }

    private boolean isAsExpected(Map<String, Object> defect, Intaken file) {
        String code = text(defect, "code");
        Outcome outcome = Outcome.valueOf(text(defect, "outcome").toUpperCase(Locale.ROOT));
        @Nullable Object line = defect.get("line");
        if (line != null) {
            return file.verdict().equals("accepted") && found.contains(key(file(defect), number(line), code, outcome));
        }
        String verdict = switch (outcome) {
            case REJECTED -> "rejected";
            case DUPLICATE -> "duplicate";
            case ACCEPTED_NORMALISED, FLAGGED, QUARANTINED, DROPPED, SET_ASIDE -> "accepted";
        };
        // Whom a roster forgot is not in it: the next test counts those.
        return file.verdict().equals(verdict)
                && (code.equals("NOT_REPORTED") || file.reasons().containsKey(code));
    }

    private void noteRows() {
        for (Map<String, Object> row : closed.batchRows(
                "rows.parquet",
                "file_row_number, source_line, flags, zg_notes, zg_drop",
                "flags is not null or zg_notes is not null or zg_drop is not null or source_line is not null")) {
            String name = name(row);
            Object line = row.get("source_line");
            if (line != null) {
                lines.put(name + " " + row.get("file_row_number"), number(line));
            }
            note(name, row, "flags", Outcome.FLAGGED);
            note(name, row, "zg_notes", Outcome.ACCEPTED_NORMALISED);
            note(name, row, "zg_drop", Outcome.DROPPED);
        }
    }

    private void note(String name, Map<String, Object> row, String column, Outcome outcome) {
        @Nullable Object codes = row.get(column);
        if (codes != null) {
            for (String code : codes.toString().split(" ", -1)) {
                found.add(key(name, line(name, row), code, outcome));
            }
        }
    }

    private void noteQuarantine() {
        for (Map<String, Object> row : closed.batchRows("quarantine.parquet", "source_line, reason", "true")) {
            found.add(key(name(row), number(row.get("source_line")), text(row, "reason"), Outcome.QUARANTINED));
        }
    }

    private void noteIssues(List<Map<String, Object>> issues) {
        for (Map<String, Object> issue : issues) {
            String name = Objects.requireNonNull(names.get(text(issue, "batch_id")));
            Outcome outcome = text(issue, "effect").equals("flag") ? Outcome.FLAGGED : Outcome.SET_ASIDE;
            found.add(key(name, line(name, issue), text(issue, "issue_code"), outcome));
        }
    }

    /** The physical line of a row: as the batch has it, or by its place below header and titles. */
    private long line(String name, Map<String, Object> row) {
        long place = number(row.get("file_row_number"));
        return lines.getOrDefault(name + " " + place, place + 1 + linesBefore.getOrDefault(name, 1));
    }

    private String name(Map<String, Object> row) {
        Path batch = Objects.requireNonNull(Path.of(text(row, "filename")).getParent());
        return Objects.requireNonNull(names.get(String.valueOf(batch.getFileName())));
    }

    private static String key(String file, long line, String code, Outcome outcome) {
        return "%s:%d %s %s".formatted(file, line, code, outcome);
    }

    private static String file(Map<String, Object> defect) {
        return text(defect, "feed") + "/" + text(defect, "file");
    }

    private static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }
}
