package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the employers that live in a slot, one after another. Rates are assumptions, per year. */
final class Lives {

    private static final int NEVER = Months.LAST + 1_000;
    private static final double MOVE_RATE = 0.045;
    private static final double DISTRICT_MOVE_SHARE = 0.55;
    private static final double SUCCESSION_RATE = 0.004;

    private final Dice dice;
    private final Places places;
    private final SizeLaw sizes;
    private final Sectors sectors;
    private final Plan successionPlan;
    private final BlockCache<List<Life>> known = new BlockCache<>(this::derived);

    Lives(Dice dice, Places places, SizeLaw sizes) {
        this.dice = dice;
        this.places = places;
        this.sizes = sizes;
        this.sectors = new Sectors(dice);
        successionPlan = new Plan(dice, sizes, Purpose.SUCCESSION, 1);
    }

    /** The lives of {@code slot} that begin by the end of {@code month}. */
    List<Life> of(int slot, int month) {
        List<Life> all = known.of(slot);
        int count = all.size();
        while (count > 0 && all.get(count - 1).open() > month) {
            count--;
        }
        return count == all.size() ? all : all.subList(0, count);
    }

    /** All lives of {@code slot}. */
    List<Life> of(int slot) {
        return known.of(slot);
    }

    private List<Life> derived(int slot) {
        List<Life> lives = new ArrayList<>(2);
        int size = sizes.size(slot);
        int open = dice.happens(0.96, Purpose.OPENING, slot, 0) ? 0 : 1 + dice.below(48, Purpose.OPENING, slot, 1);
        for (int number = 0; open <= Months.LAST && number < 16; number++) {
            Life life = life(slot, number, size, open);
            lives.add(life);
            open = life.close() + 1 + dice.below(5, Purpose.OPENING, slot, 100 + number);
        }
        return List.copyOf(lives);
    }

    /** The size that the lives of {@code slot} have, without drawing them. */
    int size(int slot) {
        return sizes.size(slot);
    }

    /** The industry of the first life of {@code slot}, without drawing the rest of it. */
    char section(int slot) {
        return sectors.sector(slot * 16L, sizes.size(slot)).section();
    }

    private Life life(int slot, int number, int size, int open) {
        long key = slot * 16L + number;
        Sector sector = sectors.sector(key, size);
        int close = Math.min(NEVER, open + lifeTime(key, sector, size));
        LocalDate openedOn = openedOn(key, open);
        @Nullable
        LocalDate closedOn = close > Months.LAST ? null : Months.day(close, dice.below(28, Purpose.CLOSING, key, 2));
        int street = places.street(dice.unit(Purpose.PLACE, key, 0), dice.unit(Purpose.PLACE, key, 1));
        int[] moves = moments(Purpose.MOVE, key, MOVE_RATE, open, close);
        boolean isPaper = size <= 3 && dice.happens(0.025, Purpose.SIZE, key, 1);
        return new Life(
                key,
                slot,
                isPaper ? 0 : size,
                sector,
                open,
                close,
                openedOn,
                closedOn,
                dice.happens(0.1, Purpose.CLOSING, key, 3),
                street,
                moves,
                movedTo(key, street, moves),
                successions(key, slot, open, close));
    }

    /** Months that an employer lives: small firms die young, offices hardly ever. */
    private int lifeTime(long key, Sector sector, int size) {
        double rate = sector.isEnterprise() || sector.unitType().equals("5") ? 0.09 : 0.01;
        double monthly = rate / 12 * (size < 25 ? 1 : size < 100 ? 0.6 : size < 1_000 ? 0.2 : 0);
        return monthly == 0 ? NEVER : 1 + waiting(monthly, dice.unit(Purpose.CLOSING, key, 0));
    }

    private LocalDate openedOn(long key, int open) {
        if (open > 0) {
            return Months.day(open, dice.below(28, Purpose.OPENING, key, 50));
        }
        double age = Math.pow(dice.unit(Purpose.OPENING, key, 51), 1.8) * 380;
        return Months.day(-(int) age, dice.below(28, Purpose.OPENING, key, 52));
    }

    private int[] movedTo(long key, int firstStreet, int[] moves) {
        int[] streets = new int[moves.length];
        int street = firstStreet;
        for (int i = 0; i < moves.length; i++) {
            double unitDraw = dice.unit(Purpose.MOVE, key, 1_000 + i);
            if (dice.happens(DISTRICT_MOVE_SHARE, Purpose.MOVE, key, 2_000 + i)) {
                street = places.street(unitDraw, dice.unit(Purpose.MOVE, key, 3_000 + i));
            } else {
                int[] near = places.streetsOf(places.unitOf(street));
                street = near[(int) (unitDraw * near.length)];
            }
            streets[i] = street;
        }
        return streets;
    }

    private int[] successions(long key, int slot, int open, int close) {
        int[] drawn = moments(Purpose.SUCCESSION, key, SUCCESSION_RATE, open, close);
        int planned = successionPlan.month(slot);
        if (planned > Math.max(open, 0) + 1 && planned < close) {
            drawn = Arrays.copyOf(drawn, drawn.length + 1);
            drawn[drawn.length - 1] = planned;
        }
        return Arrays.stream(drawn).sorted().distinct().limit(7).toArray();
    }

    /** Months at which something happens at {@code rate} a year, after opening and before closing. */
    private int[] moments(Purpose purpose, long key, double rate, int open, int close) {
        int[] moments = new int[8];
        int count = 0;
        int month = Math.max(open, 0) + 1 + waiting(rate / 12, dice.unit(purpose, key, 0));
        while (month < close && month <= Months.LAST && count < moments.length) {
            moments[count] = month;
            count++;
            month += 1 + waiting(rate / 12, dice.unit(purpose, key, count));
        }
        return Arrays.copyOf(moments, count);
    }

    /** How many months pass before something of a monthly probability happens. */
    private static int waiting(double monthly, double unit) {
        return (int) Math.min(10_000, Math.log(1 - unit) / Math.log(1 - monthly));
    }
}
