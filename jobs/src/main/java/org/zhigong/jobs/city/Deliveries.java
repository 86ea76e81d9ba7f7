package org.zhigong.jobs.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.Delivery.Fate;
import org.zhigong.jobs.city.feed.DeliveryForm;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.plant.FilePlan;
import org.zhigong.jobs.city.plant.Treatment;
import org.zhigong.jobs.city.world.Dice;
import org.zhigong.jobs.city.world.Months;
import org.zhigong.jobs.city.world.Purpose;
import org.zhigong.jobs.city.world.World;

/** Who sends which file when: on time, late, again with other values, again because the first was no good. */
final class Deliveries {

    /** How many rows of a file may be made wrong. */
    private static final int PLANTING = 12;

    private static final int DAYS_LATE = 40;
    private static final String CITY = "110000";
    private static final String TAX_BUREAU = "11";

    private final CitySettings settings;
    private final Dice dice;
    private final List<String> units;

    Deliveries(CitySettings settings, Dice dice, List<String> units) {
        this.settings = settings;
        this.dice = dice;
        this.units = units;
    }

    /** The files made for {@code period}: by feed, deliverer and arrival. */
    List<FilePlan> of(YearMonth period) {
        List<FilePlan> plans = new ArrayList<>();
        for (Feed feed : Feed.values()) {
            List<String> deliverers = switch (feed) {
                case MEMBERS -> units;
                case RECEIPTS -> List.of(TAX_BUREAU);
                case TRAINING -> World.schools();
                case TRAINING_FUNDS -> World.hasYearlyReturns(Months.number(period)) ? List.of(CITY) : List.of();
                default -> List.of(CITY);
            };
            for (int i = 0; i < deliverers.size(); i++) {
                int number = (Months.number(period) - Months.number(settings.first())) * deliverers.size() + i;
                plans.addAll(attempts(feed, deliverers.get(i), period, number));
            }
        }
        return plans;
    }

    private List<FilePlan> attempts(Feed feed, String deliverer, YearMonth period, int number) {
        boolean isSome = settings.defects() == CitySettings.Defects.SOME;
        boolean isRestated = feed == Feed.HEADCOUNT && period.equals(restated());
        DeliveryForm form = isSome ? DeliveryForm.of(feed, deliverer) : DeliveryForm.TEXT;
        Treatment usual = isSome && !isRestated ? Treatment.of(feed, number) : Treatment.PLAIN;
        Treatment treatment = usual.suits(form) ? usual : Treatment.PLAIN;
        int planting = isSome && !isRestated ? PLANTING : 0;
        Name name = new Name(feed, deliverer, period, number, form);
        LocalDate day = dueDay(feed, deliverer, period);
        if (feed == Feed.MEMBERS && period.equals(late()) && deliverer.equals(lateUnit())) {
            day = day.plusDays(DAYS_LATE);
        }
        List<FilePlan> attempts = new ArrayList<>();
        if (treatment.isRejected()) {
            attempts.add(name.plan(day, 0, Fate.REJECTED, treatment, 0, false));
            attempts.add(name.plan(day.plusDays(5), 1, Fate.ACCEPTED, Treatment.PLAIN, planting, false));
            return attempts;
        }
        attempts.add(name.plan(day, 0, Fate.ACCEPTED, treatment, planting, false));
        if (treatment == Treatment.TWICE) {
            attempts.add(name.plan(day.plusDays(3), 1, Fate.DUPLICATE, treatment, planting, false));
        }
        if (isRestated) {
            attempts.add(name.plan(day.plusMonths(2), 1, Fate.ACCEPTED, Treatment.PLAIN, 0, true));
        }
        return attempts;
    }

    private record Name(Feed feed, String deliverer, YearMonth period, int number, DeliveryForm form) {

        FilePlan plan(LocalDate day, int attempt, Fate fate, Treatment treatment, int planting, boolean isRestatement) {
            String stem = feed == Feed.RECEIPTS ? "GHJF" : feed.id();
            String name = stem + "_" + deliverer + "_" + digits(period.toString()) + "_" + digits(day.toString());
            String fileName = feed == Feed.RECEIPTS ? name + ".txt" : form.fileName(name);
            Delivery delivery = new Delivery(feed, deliverer, period, day, fileName, attempt, fate);
            return new FilePlan(delivery, treatment, number, planting, isRestatement);
        }

        private static String digits(String date) {
            return date.replace("-", "");
        }
    }

    /** Files come from the second to the tenth of the next month, the tax bureau's from the third to the sixth. */
    private LocalDate dueDay(Feed feed, String deliverer, YearMonth period) {
        int month = Months.number(period);
        long who = feed.id().hashCode() * 31L + deliverer.hashCode();
        return feed == Feed.RECEIPTS
                ? period.plusMonths(1).atDay(3 + dice.below(4, Purpose.DELIVERY, who, month))
                : period.plusMonths(1).atDay(2 + dice.below(9, Purpose.DELIVERY, who, month));
    }

    private YearMonth middle() {
        int first = Months.number(settings.first());
        int last = Months.number(settings.last());
        return Months.month((first + last) / 2);
    }

    /** One roster of one month comes forty days late. */
    private YearMonth late() {
        return middle();
    }

    private String lateUnit() {
        return units.get(units.size() / 3);
    }

    /** The headcounts of one month are sent again two months later, corrected. */
    private YearMonth restated() {
        return settings.first().equals(settings.last())
                ? settings.first()
                : settings.first().plusMonths(1);
    }
}
