package org.zhigong.jobs.city.truth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhigong.jobs.city.feed.HeadcountRow;

/** The employers at the last thirteen month ends that are known, the newest first. */
final class PastYear {

    private static final int MONTHS = 12;

    /** Of two that are one employer now the smaller street, industry and so on. */
    private static final Comparator<Standing> ORDER = Comparator.comparing(
                    (Standing at) -> at.place().street())
            .thenComparing(Standing::industry)
            .thenComparing(Standing::ownership)
            .thenComparing(Standing::sizeClass);

    /** @param hasHeadcount whether any headcount stands for it */
    private record Past(EmployerMonth month, boolean hasHeadcount) {}

    private final List<List<Past>> monthEnds = new ArrayList<>();

    /** One month later. */
    void add(MonthRows rows, Collection<EmployerMonth> employers) {
        Map<String, Sighting<HeadcountRow>> standing =
                Headcounts.of(rows.headcounts(), Successions.of(rows.employers(), rows.asOf()));
        List<Past> now = new ArrayList<>();
        for (EmployerMonth month : employers) {
            Employer employer = month.employer();
            if (!employer.id().equals(Employer.NONE)) {
                Sighting<HeadcountRow> sighting = standing.get(employer.id());
                boolean isStanding =
                        sighting != null && (sighting.period().equals(rows.month()) || employer.isActive());
                now.add(new Past(month, isStanding));
            }
        }
        monthEnds.add(0, now);
        if (monthEnds.size() > MONTHS + 1) {
            monthEnds.remove(MONTHS + 1);
        }
    }

    /** Opening and closing stocks of workers of twelve months, and where the employer stood last. */
    static final class Stocks {
        private final Map<String, Map<String, Long>> byAttribute = new HashMap<>();
        private Standing standing = Standing.UNKNOWN;
        private int monthsAgo = Integer.MAX_VALUE;
        private long all;

        long all() {
            return all;
        }

        Standing standing() {
            return standing;
        }

        Map<String, Long> by(Attribute attribute) {
            return byAttribute.getOrDefault(attribute.word(), Map.of());
        }

        private void add(EmployerMonth month, int ago, int times) {
            Standing at = Standing.of(month);
            if (ago < monthsAgo || (ago == monthsAgo && ORDER.compare(at, standing) < 0)) {
                standing = at;
                monthsAgo = ago;
            }
            if (month.isInScope()) {
                all += times * month.workers();
                for (Attribute attribute : Attribute.values()) {
                    Map<String, Long> values = byAttribute.computeIfAbsent(attribute.word(), word -> new HashMap<>());
                    attribute
                            .workers(month.headcount())
                            .forEach((value, workers) -> values.merge(value, times * workers, Long::sum));
                }
            }
        }
    }

    /** The stocks of every employer by its code of now. */
    Map<String, Stocks> stocks(Successions successions) {
        Map<String, Stocks> stocks = new HashMap<>();
        int oldest = monthEnds.size() - 1;
        for (int ago = 0; ago <= oldest; ago++) {
            boolean isClosing = ago < MONTHS;
            // A month end closes its month and opens the next; nothing opens the first month but itself.
            int times = (isClosing ? 1 : 0) + (ago > 0 ? 1 : 0) + (isClosing && ago == oldest ? 1 : 0);
            for (Past past : monthEnds.get(ago)) {
                String id = successions.current(past.month().employer().id());
                stocks.computeIfAbsent(id, missing -> new Stocks()).add(past.month(), ago, times);
            }
        }
        return stocks;
    }

    /** What each of {@code employers} paid its workers in twelve months; only of those whose every month is known. */
    Map<String, Long> payrolls(Successions successions, Set<String> employers) {
        Map<String, Long> payrolls = new HashMap<>();
        Map<String, Integer> months = new HashMap<>();
        for (List<Past> monthEnd : monthEnds.subList(0, Math.min(MONTHS, monthEnds.size()))) {
            Map<String, Long> ofMonth = new HashMap<>();
            for (Past past : monthEnd) {
                String id = successions.current(past.month().employer().id());
                if (past.hasHeadcount() && employers.contains(id)) {
                    ofMonth.merge(id, past.month().headcount().payrollFen(), Long::sum);
                }
            }
            ofMonth.forEach((id, payroll) -> {
                payrolls.merge(id, payroll, Long::sum);
                months.merge(id, 1, Integer::sum);
            });
        }
        payrolls.keySet().removeIf(id -> months.getOrDefault(id, 0) < MONTHS);
        return payrolls;
    }
}
