package org.zhigong.jobs.city.truth;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.ServiceRow;
import org.zhigong.jobs.city.truth.NeedEvents.Served;

/** Who is insured, and who is in hardship, as services say it. */
final class NeedSpells {

    private static final Comparator<Served> LATEST = Comparator.comparing(
                    (Served served) -> served.row().deliveredOn())
            .thenComparing(Served::reportedOn)
            .thenComparing(served -> served.row().deliveryId());

    private record Start(long person, LocalDate from) {}

    private final Function<ServiceRow, @Nullable LocalDate> from;
    private final Function<ServiceRow, @Nullable LocalDate> to;
    private final Map<Start, Served> stated = new HashMap<>();

    private NeedSpells(
            Function<ServiceRow, @Nullable LocalDate> from,
            Function<ServiceRow, @Nullable LocalDate> to,
            List<Served> services) {
        this.from = from;
        this.to = to;
        for (Served served : services) {
            LocalDate start = from.apply(served.row());
            if (start != null) {
                stated.merge(
                        new Start(served.row().personNumber(), start),
                        served,
                        (one, other) -> LATEST.compare(one, other) >= 0 ? one : other);
            }
        }
    }

    static NeedSpells ofInsurance(List<Served> services) {
        return new NeedSpells(ServiceRow::insuredFrom, ServiceRow::insuredTo, services);
    }

    static NeedSpells ofHardship(List<Served> services) {
        return new NeedSpells(ServiceRow::hardshipFrom, ServiceRow::hardshipTo, services);
    }

    /** The persons with a spell on {@code day}. */
    Set<Long> on(LocalDate day) {
        Set<Long> persons = new HashSet<>();
        between(day, day).forEach(served -> persons.add(served.row().personNumber()));
        return persons;
    }

    /** What says the newest spell of each person who had one at any time from {@code first} to {@code last}. */
    Collection<Served> between(LocalDate first, LocalDate last) {
        Map<Long, Served> newest = new HashMap<>();
        stated.forEach((start, served) -> {
            LocalDate end = to.apply(served.row());
            if (!start.from().isAfter(last) && (end == null || end.isAfter(first))) {
                newest.merge(start.person(), served, this::newer);
            }
        });
        return newest.values();
    }

    private Served newer(Served one, Served other) {
        LocalDate first = from.apply(one.row());
        LocalDate second = from.apply(other.row());
        return first != null && second != null && second.isAfter(first) ? other : one;
    }
}
