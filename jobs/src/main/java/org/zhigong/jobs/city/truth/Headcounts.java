package org.zhigong.jobs.city.truth;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.zhigong.jobs.city.feed.HeadcountRow;

/** The headcount that stands for each employer, whichever of its codes it was reported under. */
final class Headcounts {

    private Headcounts() {}

    /** By employer: the latest month, there the newest code, then the latest delivery, then the smallest code. */
    static Map<String, Sighting<HeadcountRow>> of(Collection<Sighting<HeadcountRow>> rows, Successions successions) {
        Map<String, Sighting<HeadcountRow>> standing = new HashMap<>();
        for (Sighting<HeadcountRow> sighting : rows) {
            String employer = successions.current(sighting.row().employerCode());
            standing.merge(employer, sighting, (one, other) -> stronger(employer, one, other));
        }
        return standing;
    }

    private static Sighting<HeadcountRow> stronger(
            String employer, Sighting<HeadcountRow> one, Sighting<HeadcountRow> other) {
        Comparator<Sighting<HeadcountRow>> order = Comparator.comparing(
                        (Sighting<HeadcountRow> sighting) -> sighting.period())
                .thenComparing(sighting -> sighting.row().employerCode().equals(employer))
                .thenComparing(Sighting::receivedOn)
                .thenComparing(sighting -> sighting.row().employerCode(), Comparator.reverseOrder());
        return order.compare(one, other) >= 0 ? one : other;
    }

    /** An employer of which no headcount is known. */
    static HeadcountRow none(String employer, YearMonth month) {
        return new HeadcountRow(employer, month, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
