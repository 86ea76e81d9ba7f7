package org.zhigong.jobs.city.truth;

/** Who concludes an agreement; where several bind one employer, the first of these counts. */
enum Level {
    ENTERPRISE("enterprise", "E"),
    INDUSTRY("industry", "I"),
    AREA("area", "A");

    private final String word;
    private final String letter;

    Level(String word, String letter) {
        this.word = word;
        this.letter = letter;
    }

    /** The level that the register writes as 1, 2 or 3. */
    static Level ofCode(String code) {
        return values()[Integer.parseInt(code) - 1];
    }

    String word() {
        return word;
    }

    String letter() {
        return letter;
    }
}
