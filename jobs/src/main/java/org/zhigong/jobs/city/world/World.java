package org.zhigong.jobs.city.world;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.FeedRow;

/**
 * A synthetic city: what is true of it in a month, as the rows that a faultless deliverer would send. The first
 * employers of a city are, with their workers, those of every larger city of the same seed. Nothing is kept but a
 * number per employer; rows are derived again whenever they are asked for, always in the same order.
 */
public final class World {

    private static final double SLOTS = 1_215_000;

    private final double scale;
    private final Dice dice;
    private final int slots;
    private final int first;
    private final Places places;
    private final Careers careers;
    private final EmployerRegister employers;
    private final HeadcountReturns headcounts;
    private final UnionRegister unions;
    private final Rosters rosters;
    private final Platform platform;
    private final EnterpriseAgreements agreements;
    private final Pacts pacts;
    private final Receipts receipts;
    private final Courses courses;
    private final Certificates certificates;
    private final EducationFunds educationFunds;
    private final Requests requests;
    private final Services services;
    private final DuesPayments dues;
    private final Disputes disputes;
    private final int[] unitsOfSlot;
    private int unitsMonth = -1;

    /**
     * @param scale 1 for the whole city of 13.1 million workers, 0.001 for one in a thousand
     * @param first the number of the first month that is delivered
     */
    public World(double scale, long seed, int first, Places places) {
        this(scale, new Dice(seed), first, places, Optional.empty());
    }

    private World(double scale, Dice dice, int first, Places places, Optional<Careers> known) {
        this.scale = scale;
        this.dice = dice;
        this.first = first;
        this.places = places;
        slots = (int) Math.max(1, Math.round(SLOTS * scale));
        SizeLaw sizes = new SizeLaw(dice);
        Lives lives = new Lives(dice, places, sizes);
        Headcounts law = new Headcounts(dice);
        careers = known.map(same -> same.beside(sizes)).orElseGet(() -> new Careers(dice, sizes, lives, slots));
        Unions membership = new Unions(dice, places, sizes, lives, scale);
        employers = new EmployerRegister(dice, lives, places);
        headcounts = new HeadcountReturns(dice, lives, law, careers);
        unions = new UnionRegister(dice, lives, membership, places);
        rosters = new Rosters(lives, membership, law, careers, dice, places);
        platform = new Platform(dice, careers, places, scale);
        agreements = new EnterpriseAgreements(dice, lives, membership);
        pacts = new Pacts(dice, lives, places, scale);
        receipts = new Receipts(dice, lives, membership, law);
        courses = new Courses(dice, lives, law, careers);
        certificates = new Certificates(dice, lives, law, careers);
        educationFunds = new EducationFunds(dice, lives, law);
        Seats seats = new Seats(lives, membership, law, careers, dice);
        requests = new Requests(dice, seats);
        services = new Services(dice, seats, requests);
        dues = new DuesPayments(dice, lives, membership, rosters);
        disputes = new Disputes(dice, new Quarrels(dice, lives, sizes, law, careers), first);
        unitsOfSlot = new int[slots];
    }

    /** The same city for another thread. */
    public World beside() {
        return new World(scale, dice, first, places, Optional.of(careers));
    }

    /** The reporting units that deliver rosters, in order. */
    public List<String> units() {
        return places.units();
    }

    /** The training schools that deliver, in order. */
    public static List<String> schools() {
        return Courses.SCHOOLS;
    }

    /** Whether employers return their education funds with the files of {@code month}. */
    public static boolean hasYearlyReturns(int month) {
        return EducationFunds.areReturnedIn(month);
    }

    /** Whether an agreement of a city states whom it covers by nothing but totals. */
    public static boolean statesTotalsOnly(String agreementId) {
        return PactLaw.statesTotalsOnly(agreementId);
    }

    /**
     * The rows of one file; {@code deliverer} matters for rosters and schools only. Not safe for use by several
     * threads.
     */
    public void rows(Feed feed, String deliverer, int month, Consumer<? super FeedRow> each) {
        switch (feed) {
            case EMPLOYERS -> eachSlot(slot -> employers.write(slot, month, each));
            case HEADCOUNT -> eachSlot(slot -> headcounts.write(slot, month, each));
            case UNIONS -> {
                unions.writeShared(month, each);
                eachSlot(slot -> unions.writeOwn(slot, month, each));
            }
            case COVERED_UNITS -> eachSlot(slot -> unions.writeCovered(slot, month, each));
            case MEMBERS -> members(places.units().indexOf(deliverer), month, each);
            case AGREEMENTS -> {
                pacts.write(month, each);
                eachSlot(slot -> agreements.write(slot, month, each));
            }
            case AGREEMENT_SCOPE -> pacts.writeScope(month, slots, each);
            case AGREEMENT_EVENTS -> {
                pacts.writeEvents(month, first, each);
                eachSlot(slot -> agreements.writeEvents(slot, month, first, each));
            }
            case RECEIPTS -> eachSlot(slot -> receipts.write(slot, month, each));
            case TRAINING -> eachSlot(slot -> courses.write(slot, month, deliverer, each));
            case CERTIFICATES -> eachSlot(slot -> certificates.write(slot, month, first, each));
            case TRAINING_FUNDS -> eachSlot(slot -> educationFunds.write(slot, month, each));
            case REQUESTS -> eachSlot(slot -> requests.write(slot, month, each));
            case SERVICES -> eachSlot(slot -> services.write(slot, month, first, each));
            case DUES -> {
                dues.begin();
                eachSlot(slot -> dues.write(slot, month, each));
            }
            case MEDIATION -> eachSlot(slot -> disputes.writeMediation(slot, month, each));
            case ARBITRATION -> eachSlot(slot -> disputes.writeArbitration(slot, month, each));
        }
    }

    private void members(int unit, int month, Consumer<? super FeedRow> each) {
        if (unitsMonth != month) {
            eachSlot(slot -> unitsOfSlot[slot] = rosters.units(slot, month));
            unitsMonth = month;
        }
        platform.write(month, unit, each);
        eachSlot(slot -> {
            if ((unitsOfSlot[slot] & 1 << unit) != 0) {
                rosters.write(slot, month, unit, each);
            }
        });
    }

    private void eachSlot(IntTask task) {
        for (int slot = 0; slot < slots; slot++) {
            task.of(slot);
        }
    }

    private interface IntTask {
        void of(int slot);
    }
}
