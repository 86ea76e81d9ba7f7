package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.zhigong.jobs.city.feed.ArbitrationRow;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.MediationRow;
import org.zhigong.jobs.city.truth.DisputeReport.CaseId;

/** What the known files say of each case, month by month: a row belongs to the month of the state it reports. */
final class DisputeFiles {

    /** Of two rows about one applicant or claim in a month the later delivered counts, then the later state. */
    private static final Comparator<Entry> LATER = Comparator.comparing(Entry::receivedOn)
            .thenComparing(Entry::fileHash)
            .thenComparing(entry -> entry.report().statusOn())
            .thenComparing(Entry::line);

    /** Of the rows that stand the newest speaks for the case, and of those the first claim. */
    private static final Comparator<Entry> SPEAKING = Comparator.comparing(Entry::receivedOn)
            .thenComparing(entry -> entry.report().statusOn())
            .reversed()
            .thenComparing(entry -> entry.report().claim())
            .thenComparing(Entry::line);

    private record Entry(DisputeReport report, LocalDate receivedOn, String fileHash, long line) {}

    private record Part(CaseId id, YearMonth month, long part) {}

    /** What is said of one case in one month. */
    record Said(DisputeReport speaking, Set<Long> persons) {
        Said {
            persons = Set.copyOf(persons);
        }
    }

    private final Map<Part, Entry> standing = new HashMap<>();
    private long line;

    private DisputeFiles() {}

    /** Every case with what is said of it, by month. */
    static Map<CaseId, NavigableMap<YearMonth, Said>> read(KnownDeliveries known) {
        DisputeFiles files = new DisputeFiles();
        known.events(
                Feed.MEDIATION,
                MediationRow.class,
                (delivery, row) -> files.add(DisputeReport.of(row), delivery, known.hashOf(delivery)));
        known.events(
                Feed.ARBITRATION,
                ArbitrationRow.class,
                (delivery, row) -> files.add(DisputeReport.of(row), delivery, known.hashOf(delivery)));
        return files.said();
    }

    private void add(DisputeReport report, Delivery delivery, String hash) {
        Entry entry = new Entry(report, delivery.receivedOn(), hash, line++);
        standing.merge(
                new Part(report.id(), report.month(), report.part()),
                entry,
                (one, other) -> LATER.compare(one, other) >= 0 ? one : other);
    }

    private Map<CaseId, NavigableMap<YearMonth, Said>> said() {
        Map<CaseId, TreeMap<YearMonth, List<Entry>>> byMonth = new HashMap<>();
        standing.forEach((part, entry) -> byMonth.computeIfAbsent(part.id(), id -> new TreeMap<>())
                .computeIfAbsent(part.month(), month -> new ArrayList<>())
                .add(entry));
        Map<CaseId, NavigableMap<YearMonth, Said>> said = new HashMap<>();
        byMonth.forEach((id, months) -> {
            TreeMap<YearMonth, Said> ofCase = new TreeMap<>();
            months.forEach((month, entries) -> ofCase.put(month, said(entries)));
            said.put(id, ofCase);
        });
        return said;
    }

    private static Said said(Collection<Entry> entries) {
        Set<Long> persons = new HashSet<>();
        entries.forEach(entry -> persons.add(entry.report().person()));
        return new Said(entries.stream().min(SPEAKING).orElseThrow().report(), persons);
    }
}
