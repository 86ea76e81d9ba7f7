package org.zhigong.jobs.city.world;

/** Payroll, revenue and assets of employers, in fen; levels are assumptions around published means. */
final class Wages {

    private final Dice dice;

    Wages(Dice dice) {
        this.dice = dice;
    }

    /** What {@code life} pays {@code headcount} workers in {@code month}, in fen. */
    long payroll(Life life, int month, int headcount) {
        double level = base(life.sector().section()) * ownership(life.sector().group());
        double own = 0.7 + 0.6 * dice.unit(Purpose.WAGE, life.key(), 0);
        double monthly = 0.97 + 0.06 * dice.unit(Purpose.WAGE, life.key(), month + 1L);
        int ofYear = Months.ofYear(month);
        double season = ofYear == 11 || ofYear == 0 ? 1.12 : 1;
        double growth = 1 + 0.004 * month;
        return Math.round(level * own * monthly * season * growth * 100) * headcount
                + dice.below(100, Purpose.WAGE, life.key(), -month - 1L);
    }

    /** Yearly revenue, in fen; files state hundredths of ten thousand yuan. */
    long revenue(Life life) {
        double perWorker = 12 * Math.pow(24, dice.unit(Purpose.MONEY, life.key(), 0));
        return Math.round(Math.max(1, life.size()) * perWorker * 100) * 10_000;
    }

    /** Assets, in fen. */
    long assets(Life life) {
        double perWorker = 6 * Math.pow(60, dice.unit(Purpose.MONEY, life.key(), 1));
        return Math.round(Math.max(1, life.size()) * perWorker * 100) * 10_000;
    }

    /** Whether the register lacks revenue and assets. */
    boolean isSilent(Life life) {
        return dice.happens(0.08, Purpose.MONEY, life.key(), 2);
    }

    private static double ownership(String group) {
        return switch (group) {
            case "FOREIGN" -> 1.35;
            case "HMT", "SOE" -> 1.15;
            case "PRIVATE" -> 0.85;
            case "SOLE" -> 0.6;
            default -> 1;
        };
    }

    /** Yuan a month. */
    private static double base(char section) {
        return switch (section) {
            case 'J' -> 26_000;
            case 'I' -> 22_000;
            case 'Q', 'M' -> 18_000;
            case 'D' -> 17_000;
            case 'P', 'S', 'R' -> 14_500;
            case 'C', 'B', 'F', 'G' -> 12_500;
            case 'L', 'K', 'E' -> 11_000;
            case 'N' -> 9_500;
            default -> 7_200;
        };
    }
}
