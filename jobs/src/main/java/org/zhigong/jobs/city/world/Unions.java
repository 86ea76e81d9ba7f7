package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which employers are organised, in which union, since when. Chances are assumptions that give the known totals. */
final class Unions {

    private static final int UNIT_STEP = 1_000_000;
    private static final double[] CHANCE = {0.20, 0.42, 0.72, 0.86, 0.94, 0.98};
    private static final double[] OWN_SHARE = {0.012, 0.08, 0.33, 0.88, 1, 1};
    /** At least one union is founded in so many months, however small the city. */
    private static final int FOUNDING_EVERY = 4;

    /** Half of the unions founded for that reason are dissolved after so many months. */
    private static final int DISSOLVED_AFTER = 18;

    private static final double JOINT_UNIONS = 6_000;

    private final Dice dice;
    private final Places places;
    private final int[] jointCounts;
    private final Plan plan;
    private final Lives lives;
    private final BlockCache<List<List<Coverage>>> known = new BlockCache<>(this::derived);

    Unions(Dice dice, Places places, SizeLaw sizes, Lives lives, double scale) {
        this.dice = dice;
        this.places = places;
        this.lives = lives;
        plan = new Plan(dice, sizes, Purpose.UNION_START, FOUNDING_EVERY);
        jointCounts = new int[places.units().size()];
        for (int unit = 0; unit < jointCounts.length; unit++) {
            jointCounts[unit] = (int) Math.max(1, Math.round(JOINT_UNIONS * scale * places.share(unit)));
        }
    }

    /** The times that {@code life} is in a union, in order; none if it never is. */
    List<Coverage> of(Life life) {
        return known.of(life.slot()).get((int) (life.key() % 16));
    }

    private List<List<Coverage>> derived(int slot) {
        return lives.of(slot).stream().map(this::derived).toList();
    }

    private List<Coverage> derived(Life life) {
        int planned = plan.month(life.slot());
        if (planned > Math.max(0, life.open()) && planned < life.close()) {
            return List.of(own(life, planned));
        }
        if (life.size() == 0 || !dice.happens(chance(life), Purpose.UNION, life.key(), 0)) {
            return List.of();
        }
        int start = start(life);
        if (start >= life.close()) {
            return List.of();
        }
        if (dice.happens(OWN_SHARE[Sectors.sizeClass(life.size())], Purpose.UNION_KIND, life.key(), 0)) {
            return List.of(own(life, start));
        }
        return joint(life, start);
    }

    static String ownId(long key) {
        return id('1', key);
    }

    static String jointId(long key) {
        return id('2', key);
    }

    static String federationId(int unit) {
        return id('3', unit);
    }

    static String streetUnionId(int street) {
        return id('4', street);
    }

    /** The joint union of the platform workers of a unit. */
    static String platformId(int unit) {
        return id('5', unit);
    }

    int jointCount(int unit) {
        return jointCounts[unit];
    }

    long jointKey(int unit, int number) {
        return (long) unit * UNIT_STEP + number;
    }

    static int jointUnit(long key) {
        return (int) (key / UNIT_STEP);
    }

    /** The street where a joint union has its office. */
    int jointStreet(long key) {
        int unit = jointUnit(key);
        int[] streets = places.streetsOf(unit);
        double share = (key % UNIT_STEP + 0.5) / jointCounts[unit];
        return streets[(int) Math.min(streets.length - 1L, (long) (share * streets.length))];
    }

    /** The month in which a joint union is founded; 0 stands for long ago. */
    int jointFounding(long key) {
        return key % UNIT_STEP == 0 || dice.happens(0.75, Purpose.UNION_START, -key - 1, 0)
                ? 0
                : 1 + dice.below(72, Purpose.UNION_START, -key - 1, 1);
    }

    LocalDate jointFoundedOn(long key) {
        int month = jointFounding(key);
        int back = month > 0 ? month : -dice.below(150, Purpose.UNION_START, -key - 1, 2);
        return Months.day(back, dice.below(28, Purpose.UNION_START, -key - 1, 3));
    }

    private Coverage own(Life life, int start) {
        int dissolved = dissolution(life);
        boolean isDissolved = dissolved > start && dissolved < life.close();
        int end = isDissolved ? dissolved : life.close();
        LocalDate toOn =
                isDissolved ? Months.day(dissolved, dice.below(28, Purpose.UNION_END, life.key(), 2)) : life.closedOn();
        return new Coverage(true, life.key(), ownId(life.key()), start, end, startOn(life, start), toOn);
    }

    /** The month in which the union of an employer would be dissolved though the employer lives; 0 if never. */
    private int dissolution(Life life) {
        int planned = plan.month(life.slot());
        if (planned % (2 * FOUNDING_EVERY) == 2) {
            return planned + DISSOLVED_AFTER;
        }
        return dice.happens(0.04, Purpose.UNION_END, life.key(), 0)
                ? 2 + dice.below(Months.LAST - 2, Purpose.UNION_END, life.key(), 1)
                : 0;
    }

    private List<Coverage> joint(Life life, int start) {
        List<Coverage> coverages = new ArrayList<>(1);
        int from = start;
        for (int move = 0; move <= life.moves().length; move++) {
            int end = move < life.moves().length ? life.moves()[move] : life.close();
            boolean isLeaving = move == life.moves().length
                    || places.unitOf(life.movedTo()[move]) != places.unitOf(life.street(end - 1));
            if (!isLeaving || end <= from) {
                continue;
            }
            long union = jointOf(life, from);
            int founded = Math.max(from, jointFounding(union));
            if (founded < end) {
                coverages.add(new Coverage(
                        false,
                        union,
                        jointId(union),
                        founded,
                        end,
                        jointFromOn(life, union, founded),
                        endOn(life, end)));
            }
            from = end + 1 + dice.below(3, Purpose.UNION_START, life.key(), 100 + move);
        }
        return coverages;
    }

    private long jointOf(Life life, int month) {
        int street = life.street(Math.max(month, 0));
        int unit = places.unitOf(street);
        int count = jointCounts[unit];
        double share =
                (places.rank(street) + dice.unit(Purpose.UNION_KIND, life.key(), 1)) / places.streetsOf(unit).length;
        return jointKey(unit, (int) Math.min(count - 1L, (long) (share * count)));
    }

    private LocalDate jointFromOn(Life life, long union, int month) {
        if (month > 0) {
            return Months.day(month, dice.below(28, Purpose.UNION_START, life.key(), 10));
        }
        LocalDate founded = jointFoundedOn(union);
        LocalDate since = startOn(life, 0);
        return since.isAfter(founded) ? since : founded;
    }

    private @Nullable LocalDate endOn(Life life, int end) {
        return end == life.close() ? life.closedOn() : Months.day(end, 9);
    }

    /** The month in which the employer joins; 0 stands for before the city's time. */
    private int start(Life life) {
        if (life.open() > 0) {
            return life.open() + 2 + dice.below(26, Purpose.UNION_START, life.key(), 0);
        }
        return dice.happens(0.72, Purpose.UNION_START, life.key(), 1)
                ? 0
                : 1 + dice.below(72, Purpose.UNION_START, life.key(), 2);
    }

    private LocalDate startOn(Life life, int start) {
        if (start > 0) {
            return Months.day(start, dice.below(28, Purpose.UNION_START, life.key(), 3));
        }
        long openedOn =
                Math.max(life.openedOn().toEpochDay(), LocalDate.of(1992, 4, 3).toEpochDay());
        long days = Math.max(0, Months.last(0).toEpochDay() - openedOn);
        double share = 0.1 + 0.9 * dice.unit(Purpose.UNION_START, life.key(), 4);
        return LocalDate.ofEpochDay(openedOn + (long) (days * share));
    }

    private double chance(Life life) {
        double factor = switch (life.sector().group()) {
            case "SOE" -> 1.2;
            case "INST", "GOV" -> 1.25;
            case "FOREIGN" -> 0.85;
            case "PRIVATE" -> 0.8;
            default -> 0.95;
        };
        return Math.min(0.99, CHANCE[Sectors.sizeClass(life.size())] * factor);
    }

    private static String id(char kind, long number) {
        String digits = Long.toString(number);
        return "GH" + kind + "0".repeat(9 - digits.length()) + digits;
    }
}
