package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.EmployerRow;

/** The register of employers: those that live, those closed lately, and the old codes of those that changed theirs. */
final class EmployerRegister {

    /** How many more months a closed employer is listed. */
    static final int CLOSED_MONTHS = 2;

    private final Dice dice;
    private final Lives lives;
    private final Places places;
    private final Wages wages;

    EmployerRegister(Dice dice, Lives lives, Places places) {
        this.dice = dice;
        this.lives = lives;
        this.places = places;
        wages = new Wages(dice);
    }

    /** The rows of the employers of {@code slot} in the register of {@code month}. */
    void write(int slot, int month, Consumer<? super EmployerRow> each) {
        for (Life life : lives.of(slot, month)) {
            if (month > life.close() + CLOSED_MONTHS) {
                continue;
            }
            int generation = life.generation(month);
            for (int old = 0; old < generation; old++) {
                if (generation > 1 || life.successions()[old] + 1 >= month) {
                    each.accept(row(life, month, old));
                }
            }
            each.accept(row(life, month, generation));
        }
    }

    private EmployerRow row(Life life, int month, int generation) {
        boolean isOld = generation < life.generation(month);
        boolean isClosed = life.close() <= month;
        boolean isSilent = wages.isSilent(life);
        Sector sector = life.sector();
        @Nullable LocalDate closedOn = isOld ? succeededOn(life, generation) : isClosed ? life.closedOn() : null;
        return new EmployerRow(
                life.code(generation),
                Names.employer(sector, dice.bits(Purpose.NAME, life.key(), 0)),
                sector.unitType(),
                hasPlace(life) ? places.street(life.street(Math.min(month, life.close() - 1))) : null,
                sector.industryScheme(),
                sector.industry(),
                sector.ownershipScheme(),
                sector.ownershipCode(),
                sector.group(),
                sector.controlCode(),
                life.openedOn(),
                closedOn,
                status(life, month, isOld, isClosed),
                isSilent ? null : wages.revenue(life),
                isSilent ? null : wages.assets(life),
                generation == 0 ? null : life.code(generation - 1),
                generation == 0 ? null : succeededOn(life, generation - 1),
                updatedOn(life, month, closedOn));
    }

    /** The day on which the code after {@code generation} was taken. */
    LocalDate succeededOn(Life life, int generation) {
        return Months.day(
                life.successions()[generation], dice.below(28, Purpose.SUCCESSION, life.key(), 500 + generation));
    }

    /** A few addresses of small firms are not known. */
    private boolean hasPlace(Life life) {
        return life.size() > 20 || !dice.happens(0.006, Purpose.PLACE, life.key(), 9);
    }

    private String status(Life life, int month, boolean isOld, boolean isClosed) {
        if (isOld) {
            return "3";
        }
        if (isClosed) {
            return life.isRevoked() ? "4" : "3";
        }
        return isSuspended(life, month) ? "2" : "1";
    }

    /** A few small firms stop for some months. */
    private boolean isSuspended(Life life, int month) {
        if (life.size() > 40 || !dice.happens(0.05, Purpose.SILENCE, life.key(), 0)) {
            return false;
        }
        int from = 1 + dice.below(Months.LAST, Purpose.SILENCE, life.key(), 1);
        return from <= month && month < from + 2 + dice.below(5, Purpose.SILENCE, life.key(), 2);
    }

    private static LocalDate updatedOn(Life life, int month, @Nullable LocalDate closedOn) {
        LocalDate updatedOn = life.open() > 0 ? life.openedOn() : Months.last(0);
        for (int i = 0; i < life.moves().length && life.moves()[i] <= month; i++) {
            LocalDate movedOn = Months.day(life.moves()[i], 9);
            updatedOn = movedOn.isAfter(updatedOn) ? movedOn : updatedOn;
        }
        return closedOn == null || closedOn.isBefore(updatedOn) ? updatedOn : closedOn;
    }
}
