package org.zhigong.jobs.city.truth;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhigong.jobs.city.feed.CertificateRow;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.TrainingFundRow;
import org.zhigong.jobs.city.feed.TrainingRow;

/** What the known files say of courses, certificates and education funds, by the month that a row speaks of. */
final class SkillFiles {

    private record Certificate(long person, String kind, String occupationCode, int rank) {}

    private final TreeMap<YearMonth, Map<String, Sighting<TrainingRow>>> courses = new TreeMap<>();
    private final TreeMap<YearMonth, Map<Certificate, Sighting<CertificateRow>>> certificates = new TreeMap<>();
    private final TreeMap<YearMonth, Map<String, Sighting<TrainingFundRow>>> returns = new TreeMap<>();
    private final KnownDeliveries known;
    private long line;

    SkillFiles(KnownDeliveries known) {
        this.known = known;
        known.events(
                Feed.TRAINING,
                TrainingRow.class,
                (delivery, row) -> add(courses, row.enrolId(), sighting(row, YearMonth.from(row.endedOn()), delivery)));
        known.events(
                Feed.CERTIFICATES,
                CertificateRow.class,
                (delivery, row) -> add(
                        certificates,
                        new Certificate(row.personNumber(), row.kind(), row.occupationCode(), row.skillRank()),
                        sighting(row, row.reportMonth(), delivery)));
        known.events(
                Feed.TRAINING_FUNDS,
                TrainingFundRow.class,
                (delivery, row) ->
                        add(returns, row.employerCode(), sighting(row, YearMonth.from(row.periodTo()), delivery)));
    }

    /** The courses that ended from {@code first} to {@code last}. */
    List<TrainingRow> courses(YearMonth first, YearMonth last) {
        List<TrainingRow> rows = new ArrayList<>();
        courses.subMap(first, true, last, true)
                .values()
                .forEach(month -> month.values().forEach(sighting -> rows.add(sighting.row())));
        return rows;
    }

    /** The first month in which a course ended. */
    YearMonth firstCourse(YearMonth otherwise) {
        return courses.isEmpty() ? otherwise : courses.firstKey();
    }

    /** Each certificate as it was registered last by the end of {@code month}. */
    Collection<CertificateRow> certificates(YearMonth month) {
        Map<Certificate, CertificateRow> last = new HashMap<>();
        certificates
                .headMap(month, true)
                .values()
                .forEach(rows -> rows.forEach((key, sighting) -> last.put(key, sighting.row())));
        return last.values();
    }

    /** The returns for the year that ends with {@code month}. */
    Collection<Sighting<TrainingFundRow>> returns(YearMonth month) {
        return returns.getOrDefault(month, Map.of()).values();
    }

    private <R> Sighting<R> sighting(R row, YearMonth month, Delivery delivery) {
        return new Sighting<>(row, month, delivery.receivedOn(), known.hashOf(delivery), null, line++);
    }

    private static <K, R> void add(Map<YearMonth, Map<K, Sighting<R>>> months, K key, Sighting<R> sighting) {
        months.computeIfAbsent(sighting.period(), month -> new HashMap<>()).merge(key, sighting, Sighting::stronger);
    }
}
