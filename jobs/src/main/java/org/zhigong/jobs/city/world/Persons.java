package org.zhigong.jobs.city.world;

import org.jspecify.annotations.Nullable;

/** What there is to say of a person beside where it works; the shares are assumptions. */
final class Persons {

    static final String[] HUKOU = {"local_urban", "local_rural", "outside_urban", "outside_rural"};

    private static final double[] HUKOU_SHARES = Dice.cumulative(42, 13, 20, 25);
    private static final String[] EDUCATION = {"11", "14", "21", "31", "41", "47", "61", "71", "81"};
    private static final double[] EDUCATION_SHARES = Dice.cumulative(1.5, 9.5, 36, 24, 5, 4, 8, 10, 2);
    private static final String[] ETHNICITY = {"01", "03", "11", "02", "10", "05"};
    private static final double[] ETHNICITY_SHARES = Dice.cumulative(95, 1.8, 1.8, 0.6, 0.4, 0.4);
    private static final String[] POLITICAL = {"01", "02", "03", "12", "13"};
    private static final double[] POLITICAL_SHARES = Dice.cumulative(14, 1, 12, 1, 72);

    /** Fixed term, open-ended, task, part time, dispatch, institution post, civil servant, other. */
    static final String[] FORMS = {"01", "02", "03", "04", "05", "09", "10", "06"};

    private static final double[] PRIVATE_FORMS = Dice.cumulative(69, 21, 3, 4, 0, 0, 0, 3);
    private static final double[] PUBLIC_FORMS = Dice.cumulative(56, 40, 2, 1, 0, 0, 0, 1);
    private static final double[] AGENCY_FORMS = Dice.cumulative(12, 3, 0, 0, 85, 0, 0, 0);
    private static final double[] INSTITUTION_FORMS = Dice.cumulative(18, 4, 0, 1, 0, 76, 0, 1);
    private static final double[] OFFICE_FORMS = Dice.cumulative(24, 4, 0, 0, 0, 0, 71, 1);

    private final Dice dice;

    Persons(Dice dice) {
        this.dice = dice;
    }

    static boolean isWoman(long person) {
        return (person & 1) == 1;
    }

    /** The place in {@link #HUKOU}. */
    int hukou(long person) {
        return dice.pick(HUKOU_SHARES, Purpose.HUKOU, person, 0);
    }

    /** The hukou as a roster has it: one in a hundred is registered without the difference of town and country. */
    @Nullable
    String hukouInRoster(long person) {
        double u = dice.unit(Purpose.HUKOU, person, 1);
        return u < 0.01 ? "unified" : u < 0.02 ? null : HUKOU[hukou(person)];
    }

    /** The place in {@link #FORMS} at an employer. */
    int form(long person, Life life) {
        return dice.pick(forms(life), Purpose.FORM, person, life.key());
    }

    @Nullable
    String education(long person) {
        return dice.happens(0.02, Purpose.EDUCATION, person, 1)
                ? null
                : EDUCATION[dice.pick(EDUCATION_SHARES, Purpose.EDUCATION, person, 0)];
    }

    String ethnicity(long person) {
        return ETHNICITY[dice.pick(ETHNICITY_SHARES, Purpose.PERSON, person, 0)];
    }

    String politicalStatus(long person) {
        return POLITICAL[dice.pick(POLITICAL_SHARES, Purpose.PERSON, person, 1)];
    }

    /** Whether an employer lends most of its workers to others. */
    static boolean isAgency(Life life) {
        return life.sector().section() == 'L' && life.size() >= 60 && life.key() / 16 % 3 == 0;
    }

    private static double[] forms(Life life) {
        return switch (life.sector().group()) {
            case "INST" -> INSTITUTION_FORMS;
            case "GOV" -> OFFICE_FORMS;
            case "SOE", "COLL" -> isAgency(life) ? AGENCY_FORMS : PUBLIC_FORMS;
            default -> isAgency(life) ? AGENCY_FORMS : PRIVATE_FORMS;
        };
    }
}
