package org.zhigong.jobs.city;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.CityStream;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.HeadcountRow;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.UnionRow;
import org.zhigong.jobs.city.plant.FilePlan;
import org.zhigong.jobs.city.plant.Line;
import org.zhigong.jobs.city.plant.Mark;
import org.zhigong.jobs.city.plant.Planter;
import org.zhigong.jobs.city.plant.Planting;
import org.zhigong.jobs.city.world.Dice;
import org.zhigong.jobs.city.world.Months;
import org.zhigong.jobs.city.world.Places;
import org.zhigong.jobs.city.world.Purpose;
import org.zhigong.jobs.city.world.World;
import org.zhigong.jobs.city.write.RowSource;

/** A synthetic city with its deliveries. Not safe for use by several threads. */
public final class City implements CityStream, RowSource {

    private static final double CORRECTED = 0.05;

    private final CitySettings settings;
    private final World world;
    private final Deliveries deliveries;
    private final Dice dice;
    private final FeedCalendar calendar;

    /** @param contentRoot the folder that holds {@code ingest/codes} and {@code ingest/feeds} */
    public City(CitySettings settings, Path contentRoot) {
        this.settings = settings;
        Places places = Places.read(contentRoot);
        dice = new Dice(settings.seed());
        world = new World(settings.scale(), settings.seed(), Months.number(settings.first()), places);
        calendar = new FeedCalendar(contentRoot.resolve("ingest/feeds"));
        deliveries = new Deliveries(settings, dice, places.units());
    }

    private City(City same) {
        settings = same.settings;
        world = same.world.beside();
        deliveries = same.deliveries;
        dice = same.dice;
        calendar = same.calendar;
    }

    /** The same city for another thread. */
    City beside() {
        return new City(this);
    }

    @Override
    public List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = settings.first(); !month.isAfter(settings.last()); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    @Override
    public List<Delivery> deliveries(YearMonth period) {
        return plans(period).stream().map(FilePlan::delivery).toList();
    }

    @Override
    public void accepted(Delivery delivery, Consumer<? super FeedRow> each) {
        if (delivery.fate() != Delivery.Fate.ACCEPTED) {
            return;
        }
        lines(
                planOf(delivery),
                line -> {
                    FeedRow row = line.accepted();
                    if (row != null) {
                        each.accept(row);
                    }
                },
                missing -> {});
    }

    @Override
    public Counts counts(Delivery delivery) {
        long[] counts = new long[2];
        if (delivery.fate() == Delivery.Fate.ACCEPTED) {
            lines(
                    planOf(delivery),
                    line -> {
                        counts[0] += line.accepted() == null ? 0 : 1;
                        counts[1] += line.isQuarantined() ? 1 : 0;
                    },
                    missing -> {});
        }
        return new Counts(counts[0], counts[1]);
    }

    @Override
    public Optional<LocalDate> dueOn(Feed feed, YearMonth period) {
        return calendar.dueOn(feed, period);
    }

    @Override
    public boolean isUnproven(FeedRow row) {
        return Planting.isUnproven(row);
    }

    private FilePlan planOf(Delivery delivery) {
        return plans(delivery.period()).stream()
                .filter(candidate -> candidate.delivery().equals(delivery))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown delivery: " + delivery));
    }

    @Override
    public long concentratedStreetSmallEnterprises() {
        return settings.concentratedStreetSmallEnterprises();
    }

    /** What stands in the files that are made for {@code period}. */
    List<FilePlan> plans(YearMonth period) {
        return settings.first().isAfter(period) || settings.last().isBefore(period) ? List.of() : deliveries.of(period);
    }

    @Override
    public void lines(FilePlan plan, Consumer<? super Line> each, Consumer<? super Mark> missing) {
        Delivery delivery = plan.delivery();
        int month = Months.number(delivery.period());
        Planter planter = planter(plan);
        Consumer<FeedRow> plant = row -> planter.lines(row, each, missing);
        Consumer<FeedRow> rows = plan.isRestatement() ? row -> plant.accept(restated(row, month)) : plant;
        world.rows(delivery.feed(), delivery.deliverer(), month, rows);
        if (plan.planting() > 0 && delivery.feed() == Feed.MEMBERS) {
            fromOtherRoster(plan).ifPresent(row -> each.accept(Planting.inTwoRosters(row)));
        }
    }

    @Override
    public void linesOf(Feed other, FilePlan plan, Consumer<? super Line> each) {
        Delivery delivery = plan.delivery();
        world.rows(other, delivery.deliverer(), Months.number(delivery.period()), row -> each.accept(Line.clean(row)));
    }

    private Planter planter(FilePlan plan) {
        if (plan.planting() == 0) {
            return Planter.idle();
        }
        return switch (plan.delivery().feed()) {
            case MEMBERS -> isFirstOfPair(plan) ? Planting.markingTwin(plan) : Planting.of(plan);
            case HEADCOUNT -> Planting.shrinking(plan, employerWithMembers(plan));
            default -> Planting.of(plan);
        };
    }

    /** Each month two rosters have one member in common. */
    private boolean isFirstOfPair(FilePlan plan) {
        return pairs(plan.delivery().period())
                .map(pair -> pair.first().equals(plan))
                .orElse(false);
    }

    private record Pair(FilePlan first, FilePlan second) {}

    /** The first two rosters of the month that arrive on different days. */
    private Optional<Pair> pairs(YearMonth period) {
        List<FilePlan> rosters = deliveries.of(period).stream()
                .filter(plan -> plan.delivery().feed() == Feed.MEMBERS)
                .filter(plan -> plan.delivery().fate() == Delivery.Fate.ACCEPTED)
                .toList();
        FilePlan first = rosters.get(Months.number(period) % (rosters.size() / 2));
        return rosters.stream()
                .filter(plan ->
                        !plan.delivery().deliverer().equals(first.delivery().deliverer()))
                .filter(plan ->
                        !plan.delivery().receivedOn().equals(first.delivery().receivedOn()))
                .findFirst()
                .map(second -> new Pair(first, second));
    }

    private Optional<MemberRow> fromOtherRoster(FilePlan plan) {
        Optional<Pair> pair = pairs(plan.delivery().period());
        if (pair.isEmpty()
                || !pair.get()
                        .second()
                        .delivery()
                        .deliverer()
                        .equals(plan.delivery().deliverer())) {
            return Optional.empty();
        }
        AtomicReference<@Nullable MemberRow> twin = new AtomicReference<>();
        lines(
                pair.get().first(),
                line -> {
                    if (Planting.isTwin(line)) {
                        twin.set((MemberRow) line.written());
                    }
                },
                missing -> {});
        return Optional.ofNullable(twin.get());
    }

    /** An employer with a union of its own for years, another one each month. */
    private String employerWithMembers(FilePlan plan) {
        List<String> candidates = new ArrayList<>();
        int month = Months.number(plan.delivery().period());
        world.rows(Feed.UNIONS, "", month, row -> {
            if (row instanceof UnionRow union
                    && candidates.size() < Months.LAST
                    && union.unionType().equals("1")
                    && union.closedOn() == null
                    && union.foundedOn().getYear() < 2020) {
                candidates.add(String.valueOf(union.employerCode()));
            }
        });
        return candidates.isEmpty() ? "" : candidates.get(month % candidates.size());
    }

    /** Corrected headcounts: one in twenty had counted one worker too few, and a fiftieth of the payroll. */
    private FeedRow restated(FeedRow row, int month) {
        if (!(row instanceof HeadcountRow h)
                || !dice.happens(CORRECTED, Purpose.DELIVERY, h.employerCode().hashCode(), -month)) {
            return row;
        }
        return new HeadcountRow(
                h.employerCode(),
                h.reportMonth(),
                h.headcount() + 1,
                h.women(),
                h.hukouLocalUrban(),
                h.hukouLocalRural(),
                h.hukouOutsideUrban(),
                h.hukouOutsideRural(),
                h.formFixedTerm(),
                h.formOpenEnded(),
                h.formTask(),
                h.formPartTime(),
                h.formDispatch(),
                h.formEstablishment(),
                h.formCivilServant(),
                h.dispatchedIn(),
                h.retiredRehired(),
                h.interns(),
                h.payrollFen() + h.payrollFen() / 50);
    }
}
