package org.zhigong.jobs.city.world;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where workers and employers disagree: 120 times a year for each 10,000 workers, more often on building sites and
 * before the Spring Festival. Now and then it is ten workers or more with a common claim, even in the smallest city.
 */
final class Quarrels {

    private static final String[] CAUSES = {
        "PAY", "TERMINATION", "HOURS_LEAVE", "SOCIAL_INS", "RELATION", "INJURY", "OTHER"
    };
    private static final double[] CAUSE_SHARES = Dice.cumulative(42, 26, 10, 8, 8, 4, 2);

    /** Per worker and month where industry and season are as usual: 120 per 10,000 and year over both of them. */
    private static final double RATE = 0.0108 / 12;

    private static final double BEFORE_SPRING_FESTIVAL = 1.35;
    private static final int MOST_IN_A_MONTH = 60;
    private static final int COLLECTIVE = 10;
    private static final int MOST_NAMED = 3;

    /** Only these positions quarrel, so that nobody has to go through all of a large crew. */
    private static final int POSITIONS = 60;

    private final Dice dice;
    private final Lives lives;
    private final Headcounts headcounts;
    private final Plan collective;
    private final Crew crew;

    Quarrels(Dice dice, Lives lives, SizeLaw sizes, Headcounts headcounts, Careers careers) {
        this.dice = dice;
        this.lives = lives;
        this.headcounts = headcounts;
        collective = new Plan(dice, sizes, Purpose.DISPUTE, 4);
        crew = new Crew(careers);
    }

    /** The quarrels that begin in {@code month} at whoever lives in {@code slot} then. */
    List<Quarrel> of(int slot, int month) {
        if (lives.size(slot) == 0) {
            return List.of();
        }
        int living = Math.max(0, month);
        List<Quarrel> quarrels = new ArrayList<>();
        for (Life life : lives.of(slot, living)) {
            if (life.isAliveAt(living) && life.size() > 0) {
                add(life, month, quarrels);
            }
        }
        return quarrels;
    }

    private void add(Life life, int month, List<Quarrel> quarrels) {
        double expected = life.size() * RATE * weight(life.sector().section()) * season(month);
        int whole = (int) expected;
        int count = whole + (dice.happens(expected - whole, Purpose.DISPUTE, life.key(), month) ? 1 : 0);
        for (int number = 0; number < Math.min(count, MOST_IN_A_MONTH); number++) {
            quarrels.add(quarrel(life, month, number, false));
        }
        if (month > 0 && collective.month(life.slot()) == month) {
            quarrels.add(quarrel(life, month, MOST_IN_A_MONTH, true));
        }
    }

    private Quarrel quarrel(Life life, int month, int number, boolean isPlanned) {
        long key = (life.key() * 256L + month + 64) * 64L + number;
        boolean isCollective = isPlanned || (life.size() >= 30 && dice.happens(0.013, Purpose.DISPUTE_SIZE, key, 0));
        int workers = isCollective
                ? COLLECTIVE + dice.below(21, Purpose.DISPUTE_SIZE, key, 1)
                : dice.happens(0.05, Purpose.DISPUTE_SIZE, key, 2)
                        ? 2 + dice.below(10, Purpose.DISPUTE_SIZE, key, 3)
                        : 1;
        int atMost = Math.max(1, headcounts.at(life, Math.max(0, month)));
        int involved = Math.min(workers, isPlanned ? Math.max(COLLECTIVE, atMost) : atMost);
        return new Quarrel(
                life,
                key,
                Months.day(month, dice.below(28, Purpose.DISPUTE_DAY, key, 0)),
                CAUSES[dice.pick(CAUSE_SHARES, Purpose.DISPUTE, key, -1)],
                persons(life, month, key, Math.min(involved, atMost)),
                involved,
                isCollective || (involved > 1 && dice.happens(0.3, Purpose.DISPUTE_SIZE, key, 4)));
    }

    /** Those who act: one, or up to three of several. */
    private List<Long> persons(Life life, int month, long key, int involved) {
        int living = Math.max(0, month);
        int positions = Math.min(POSITIONS, Math.max(1, headcounts.at(life, living)));
        int first = dice.below(positions, Purpose.DISPUTE, key, -2);
        TreeSet<Integer> wanted = new TreeSet<>();
        for (int i = 0; i < Math.min(MOST_NAMED, involved); i++) {
            wanted.add((first + i) % positions);
        }
        TreeMap<Integer, Long> found = new TreeMap<>();
        crew.begin(life.slot(), living);
        for (int position = 0; position <= wanted.last(); position++) {
            crew.next();
            if (wanted.contains(position)) {
                found.put(position, crew.own().person(living));
            }
        }
        return List.copyOf(found.values());
    }

    private static double weight(char section) {
        return switch (section) {
            case 'E' -> 2.2;
            case 'H' -> 1.8;
            case 'L' -> 1.5;
            case 'I', 'F' -> 1.2;
            default -> 0.7;
        };
    }

    private static double season(int month) {
        return Months.ofYear(month) < 2 ? BEFORE_SPRING_FESTIVAL : 1;
    }
}
