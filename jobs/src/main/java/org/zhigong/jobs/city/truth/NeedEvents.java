package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.RequestRow;
import org.zhigong.jobs.city.feed.ServiceRow;

/** The requests and services of every month as they were delivered last; of each, where it stands in its month. */
final class NeedEvents {

    /** A request, and where it stands. */
    record Asked(RequestRow row, NeedStanding.Spot spot) {

        String need() {
            String need = row.needClass();
            return need == null ? "none" : need;
        }

        LocalDate openedOn() {
            return row.openedAt().toLocalDate();
        }
    }

    /** A service, where it stands, and when it was reported. */
    record Served(ServiceRow row, LocalDate reportedOn, NeedStanding.Spot spot) {

        /** Enrolment in mutual aid and registration of hardship serve nobody yet. */
        boolean isDelivery() {
            return row.serviceKind().compareTo("3") <= 0;
        }
    }

    private final Map<YearMonth, Map<String, Sighting<RequestRow>>> requests = new HashMap<>();
    private final Map<YearMonth, Map<String, Sighting<ServiceRow>>> services = new HashMap<>();
    private final Map<YearMonth, List<Asked>> asked = new HashMap<>();
    private final Map<YearMonth, List<Served>> served = new HashMap<>();

    NeedEvents(KnownDeliveries known) {
        long[] line = {0};
        known.events(Feed.REQUESTS, RequestRow.class, (delivery, row) -> {
            YearMonth month = YearMonth.from(row.openedAt());
            put(requests, row.requestId(), sighting(row, month, delivery.receivedOn(), known.hashOf(delivery), line));
        });
        known.events(Feed.SERVICES, ServiceRow.class, (delivery, row) -> {
            YearMonth month = YearMonth.from(row.deliveredOn());
            put(services, row.deliveryId(), sighting(row, month, delivery.receivedOn(), known.hashOf(delivery), line));
        });
    }

    private static <R> Sighting<R> sighting(R row, YearMonth month, LocalDate receivedOn, String hash, long[] line) {
        return new Sighting<>(row, month, receivedOn, hash, null, line[0]++);
    }

    private static <R extends FeedRow> void put(
            Map<YearMonth, Map<String, Sighting<R>>> all, String key, Sighting<R> sighting) {
        all.computeIfAbsent(sighting.period(), month -> new HashMap<>()).merge(key, sighting, Sighting::stronger);
    }

    /** Places what happened in the month of {@code standing}. */
    void enter(NeedStanding standing) {
        YearMonth month = standing.month();
        List<Asked> newRequests = new ArrayList<>();
        requests.getOrDefault(month, Map.of()).values().forEach(sighting -> {
            RequestRow row = sighting.row();
            newRequests.add(new Asked(row, standing.spot(row.employerCode(), row.personNumber())));
        });
        asked.put(month, newRequests);
        List<Served> newServices = new ArrayList<>();
        services.getOrDefault(month, Map.of()).values().forEach(sighting -> {
            ServiceRow row = sighting.row();
            NeedStanding.Spot spot = standing.spot(row.employerCode(), row.personNumber());
            newServices.add(new Served(row, sighting.receivedOn(), spot));
        });
        served.put(month, newServices);
    }

    /** The requests of the {@code months} to {@code last}. */
    List<Asked> asked(YearMonth last, int months) {
        return within(asked, last, months);
    }

    /** The services of the {@code months} to {@code last}. */
    List<Served> served(YearMonth last, int months) {
        return within(served, last, months);
    }

    /** All services up to {@code last}. */
    List<Served> served(YearMonth last) {
        List<Served> all = new ArrayList<>();
        served.forEach((month, rows) -> {
            if (!month.isAfter(last)) {
                all.addAll(rows);
            }
        });
        return all;
    }

    private static <R> List<R> within(Map<YearMonth, List<R>> byMonth, YearMonth last, int months) {
        List<R> rows = new ArrayList<>();
        for (int back = 0; back < months; back++) {
            rows.addAll(byMonth.getOrDefault(last.minusMonths(back), List.of()));
        }
        return rows;
    }
}
