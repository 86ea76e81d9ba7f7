package org.zhigong.jobs.city.world;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.ReceiptRow;

/**
 * What reaches the tax bureau in a month: union fund of the month before, late payments of the three months before that
 * with their fees, the preparatory fund of employers without a union, dues, and what is paid back to small firms.
 */
final class Receipts {

    private static final int LATEST = 4;
    private static final double LATE_SHARE = 0.11;
    private static final double DODGERS = 0.07;
    private static final double MISSED = 0.06;

    private final Dice dice;
    private final Lives lives;
    private final Unions unions;
    private final Headcounts headcounts;
    private final Wages wages;

    Receipts(Dice dice, Lives lives, Unions unions, Headcounts headcounts) {
        this.dice = dice;
        this.lives = lives;
        this.unions = unions;
        this.headcounts = headcounts;
        wages = new Wages(dice);
    }

    /** The lines that {@code slot} pays in {@code month}. */
    void write(int slot, int month, Consumer<? super ReceiptRow> each) {
        for (Life life : lives.of(slot, month)) {
            if (life.size() == 0) {
                continue;
            }
            List<Coverage> coverages = unions.of(life);
            for (int payroll = Math.max(0, month - LATEST); payroll < month; payroll++) {
                int headcount = headcounts.at(life, payroll);
                if (headcount > 0) {
                    pay(new Payment(life, coverage(coverages, payroll), payroll, month, headcount), each);
                }
            }
        }
    }

    /** A month's payroll, and the month in which something is received for it. */
    private record Payment(Life life, @Nullable Coverage coverage, int payroll, int month, int headcount) {

        long key() {
            return life.key() * 256L + payroll;
        }

        int delay() {
            return month - payroll;
        }
    }

    private void pay(Payment payment, Consumer<? super ReceiptRow> each) {
        if (payment.coverage() == null) {
            if (paysPreparatory(payment.life()) && arrival(payment) == payment.delay()) {
                each.accept(line(payment, 1, "2", due(payment)));
            }
            return;
        }
        boolean isRefunded = isRefunded(payment.life());
        if (paysFund(payment, isRefunded) && arrival(payment) == payment.delay()) {
            fund(payment, each);
        }
        if (isRefunded && payment.delay() == 3 && paysFund(payment, true)) {
            each.accept(line(payment, 5, "5", -due(payment)));
        }
        if (payment.coverage().isOwn() && payment.delay() == 1 && collectsDues(payment.life())) {
            long perMember =
                    900L + dice.below(1_200, Purpose.RECEIPT, payment.life().key(), 6);
            each.accept(line(payment, 9, "3", perMember * payment.headcount()));
        }
    }

    /** The unions of large employers all do, so that no city is without. */
    private boolean collectsDues(Life life) {
        return life.size() >= 300 || dice.happens(0.15, Purpose.RECEIPT, life.key(), 5);
    }

    private void fund(Payment payment, Consumer<? super ReceiptRow> each) {
        long due = due(payment);
        long paid = dice.happens(0.05, Purpose.RECEIPT, payment.key(), 2) ? due * 9 / 10 : due;
        if (dice.happens(0.03, Purpose.RECEIPT, payment.key(), 3) && paid > 1) {
            each.accept(line(payment, 1, "1", paid / 2));
            each.accept(line(payment, 2, "1", paid - paid / 2));
        } else {
            each.accept(line(payment, 1, "1", paid));
        }
        if (payment.delay() > 1 && dice.happens(0.4, Purpose.RECEIPT, payment.key(), 4)) {
            each.accept(line(payment, 3, "4", Math.max(1, due * 5 * 20 * (payment.delay() - 1L) / 1_000)));
        }
    }

    private ReceiptRow line(Payment payment, long lineNo, String kind, long amountFen) {
        Life life = payment.life();
        Coverage coverage = payment.coverage();
        int known = Math.min(payment.month(), life.close() - 1) - dice.below(2, Purpose.CODE, life.key(), 3);
        return new ReceiptRow(
                number(payment),
                lineNo,
                channel(life, kind),
                kind,
                life.code(life.generation(known)),
                coverage == null || kind.equals("2") ? null : coverage.unionId(),
                Months.month(payment.payroll()),
                receivedOn(payment, lineNo),
                amountFen);
    }

    private String channel(Life life, String kind) {
        if (kind.equals("3")) {
            return "3";
        }
        if (life.sector().unitType().equals("2") || life.sector().unitType().equals("3")) {
            return "2";
        }
        return dice.happens(0.06, Purpose.PAYER, life.key(), 3) ? "3" : "1";
    }

    private LocalDate receivedOn(Payment payment, long lineNo) {
        boolean isOnTime = payment.delay() == 1 && lineNo <= 2;
        return Months.day(payment.month(), dice.below(isOnTime ? 15 : 28, Purpose.RECEIPT, payment.key(), 10 + lineNo));
    }

    /** How many months after the payroll month the payment comes. */
    private int arrival(Payment payment) {
        double u = dice.unit(Purpose.RECEIPT, payment.key(), 0);
        return u >= LATE_SHARE ? 1 : 2 + (int) (u / LATE_SHARE * 3);
    }

    private boolean paysFund(Payment payment, boolean isRefunded) {
        double dodging = isRefunded ? 0.5 : DODGERS;
        return !dice.happens(dodging, Purpose.PAYER, payment.life().key(), 0)
                && !dice.happens(MISSED, Purpose.RECEIPT, payment.key(), 1);
    }

    private boolean paysPreparatory(Life life) {
        return life.size() >= 8 && life.sector().isEnterprise() && dice.happens(0.08, Purpose.PAYER, life.key(), 1);
    }

    /** Small private firms get back what they paid. */
    private static boolean isRefunded(Life life) {
        return life.size() < 60 && life.sector().group().equals("PRIVATE");
    }

    /** Two per cent of the payroll, half a fen rounded up. */
    private long due(Payment payment) {
        return (wages.payroll(payment.life(), payment.payroll(), payment.headcount()) * 200 + 5_000) / 10_000;
    }

    private static String number(Payment payment) {
        YearMonth month = Months.month(payment.month());
        String digits = Long.toString(payment.life().key() * 4 + payment.delay() - 1);
        return "PZ" + (month.getYear() * 100 + month.getMonthValue()) + "0".repeat(9 - digits.length()) + digits;
    }

    private static @Nullable Coverage coverage(List<Coverage> coverages, int month) {
        for (Coverage coverage : coverages) {
            if (coverage.holdsAt(month)) {
                return coverage;
            }
        }
        return null;
    }
}
