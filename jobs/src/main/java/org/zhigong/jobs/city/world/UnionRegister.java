package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.CoveredUnitRow;
import org.zhigong.jobs.city.feed.UnionRow;

/** The register of unions, and whom the joint ones and the federations cover. */
final class UnionRegister {

    private static final LocalDate LONG_AGO = LocalDate.of(1995, 3, 1);
    private static final int TERM_YEARS = 3;

    /** A federation takes in one in so many of the unions of its unit. */
    private static final int FEDERATED = 3;

    private final Dice dice;
    private final Lives lives;
    private final Unions unions;
    private final Places places;

    UnionRegister(Dice dice, Lives lives, Unions unions, Places places) {
        this.dice = dice;
        this.lives = lives;
        this.unions = unions;
        this.places = places;
    }

    /** Unions that no employer owns: of streets, federations, joint unions, those of the platform workers. */
    void writeShared(int month, Consumer<? super UnionRow> each) {
        for (int street = 0; street < places.streetCount(); street++) {
            each.accept(shared(Unions.streetUnionId(street), "街道总工会", "4", street, LONG_AGO, null, month));
        }
        for (int unit = 0; unit < places.units().size(); unit++) {
            int office = places.streetsOf(unit)[0];
            each.accept(shared(Unions.federationId(unit), "行业工会联合会", "3", office, LONG_AGO.plusYears(12), null, month));
            each.accept(shared(Unions.platformId(unit), "新就业形态联合工会", "2", office, LONG_AGO.plusYears(22), null, month));
            for (int number = 0; number < unions.jointCount(unit); number++) {
                long key = unions.jointKey(unit, number);
                if (unions.jointFounding(key) <= month) {
                    each.accept(joint(key, month));
                }
            }
        }
    }

    /** The unions of the employers of {@code slot}. */
    void writeOwn(int slot, int month, Consumer<? super UnionRow> each) {
        for (Life life : lives.of(slot, month)) {
            for (Coverage coverage : unions.of(life)) {
                if (coverage.isOwn() && coverage.from() <= month && month <= coverage.to() + 1) {
                    each.accept(own(life, coverage, month));
                }
            }
        }
    }

    /** The employers of {@code slot} as joint unions and federations have them. */
    void writeCovered(int slot, int month, Consumer<? super CoveredUnitRow> each) {
        for (Life life : lives.of(slot, month)) {
            for (Coverage coverage : unions.of(life)) {
                if (coverage.from() > month || month > coverage.to() + 1) {
                    continue;
                }
                if (!coverage.isOwn()) {
                    each.accept(covered(life, coverage, coverage.unionId(), "联合工会", month));
                } else if (life.key() / 16 % FEDERATED == 0 && life.moves().length == 0) {
                    String federation = Unions.federationId(places.unitOf(life.firstStreet()));
                    each.accept(covered(life, coverage, federation, "行业工会联合会", month));
                }
            }
        }
    }

    private CoveredUnitRow covered(Life life, Coverage coverage, String unionId, String kind, int month) {
        int delay = dice.below(3, Purpose.CODE, life.key(), 1);
        return new CoveredUnitRow(
                unionId,
                "合成" + kind,
                life.code(life.generation(Math.min(month, life.close() - 1) - delay)),
                Names.employer(life.sector(), dice.bits(Purpose.NAME, life.key(), 0)),
                coverage.fromOn(),
                coverage.to() <= month ? coverage.toOn() : null);
    }

    private UnionRow own(Life life, Coverage coverage, int month) {
        int lived = Math.min(month, coverage.to() - 1);
        int delay = dice.below(3, Purpose.CODE, life.key(), 2);
        int street = life.street(lived);
        @Nullable LocalDate closedOn = coverage.to() <= month ? coverage.toOn() : null;
        return new UnionRow(
                Unions.ownId(coverage.union()),
                Names.employer(life.sector(), dice.bits(Purpose.NAME, life.key(), 0)) + "工会委员会",
                "1",
                dice.happens(0.7, Purpose.UNION, life.key(), 1)
                        ? CreditCodes.code("81", 1L << 36 | coverage.union())
                        : null,
                life.code(life.generation(lived - delay)),
                places.street(street),
                coverage.fromOn(),
                closedOn,
                closedOn == null ? null : approval(life, coverage),
                Unions.streetUnionId(street),
                electedOn(coverage.union(), coverage.fromOn(), month),
                (long) TERM_YEARS,
                updatedOn(coverage.fromOn(), closedOn));
    }

    /** Most of those that close with their employer need none; of the others half have one. */
    private @Nullable String approval(Life life, Coverage coverage) {
        boolean isApproved = coverage.to() < life.close() && dice.happens(0.5, Purpose.UNION_END, life.key(), 5);
        return isApproved ? "合成工组字" + coverage.union() + "号" : null;
    }

    private UnionRow joint(long key, int month) {
        int street = unions.jointStreet(key);
        String parent = Unions.streetUnionId(street);
        return shared(Unions.jointId(key), "联合工会", "2", street, unions.jointFoundedOn(key), parent, month);
    }

    private UnionRow shared(
            String id, String kind, String type, int street, LocalDate foundedOn, @Nullable String parent, int month) {
        long number = Long.parseLong(id.substring(2));
        return new UnionRow(
                id,
                "合成" + Names.syllables(dice.bits(Purpose.NAME, number, 1), 3) + kind,
                type,
                CreditCodes.code("81", 1L << 37 | number),
                null,
                places.street(street),
                foundedOn,
                null,
                null,
                parent,
                electedOn(number, foundedOn, month),
                (long) TERM_YEARS,
                updatedOn(foundedOn, null));
    }

    /** The latest election by the end of {@code month}; some are overdue. */
    private LocalDate electedOn(long union, LocalDate foundedOn, int month) {
        double late = dice.unit(Purpose.UNION_END, union, 3);
        long term = TERM_YEARS * 12L + (late > 0.85 ? Math.round((late - 0.85) * 80) : 0);
        long elapsed = Math.max(0, month - (long) Months.numberOf(foundedOn));
        return foundedOn.plusMonths(Math.max(0, elapsed - 1) / term * term);
    }

    private static LocalDate updatedOn(LocalDate foundedOn, @Nullable LocalDate closedOn) {
        LocalDate opening = Months.last(0);
        LocalDate updatedOn = foundedOn.isAfter(opening) ? foundedOn : opening;
        return closedOn == null ? updatedOn : closedOn;
    }
}
