package org.zhigong.jobs.city.feed;

/**
 * The document of a person of the city. Resident numbers stand in areas that were never issued (119990 to 119999), so
 * none can belong to anybody.
 *
 * @param docType ID or PASSPORT
 * @param sex 1 man, 2 woman
 * @param birthOn the eight digits of the day of birth
 */
public record PersonDocument(String docType, String docNo, String sex, int birthOn) {

    /** How many persons can have a document; person numbers are below twice that. */
    public static long capacity() {
        return PersonNumbers.capacity();
    }

    /** A resident number with the check character that its first seventeen digits ask for. */
    public static String checked(String seventeenDigits) {
        return seventeenDigits + PersonNumbers.check(seventeenDigits);
    }

    /** The year of birth in the document of {@code personNumber}. */
    public static int birthYear(long personNumber) {
        return PersonNumbers.birthYear(personNumber);
    }

    /** The document that stands behind {@code personNumber}. */
    public static PersonDocument of(long personNumber) {
        return PersonNumbers.document(personNumber);
    }
}
