package org.zhigong.ingest.functions;

/**
 * The functions of this package as a whole.
 *
 * <ul>
 *   <li>{@link Texts#TEXT}, {@link Texts#CODE}: cleaned text; {@link PersonNames#NAME}
 *   <li>{@link Dates#DAY}, {@link Dates#DAY_OR_MONTH}, {@link Months#MONTH}, {@link Minutes#DAY},
 *       {@link Minutes#SINCE_1970}
 *   <li>{@link Money#YUAN}, {@link Money#WAN_YUAN}, {@link Counts#COUNT}, {@link Capitals#FEN},
 *       {@link Capitals#CURRENCY}, {@link Coverages#EMPLOYERS}, {@link Coverages#WORKERS}
 *   <li>{@link CreditCodes#EMPLOYER}, {@link CreditCodes#UNION}
 *   <li>{@link PersonDocuments#NUMBER} with {@link ResidentIds} for what an ID says; {@link PersonKey} for pseudonyms
 *   <li>{@link YesNo#YES_NO}, {@link Phones#PHONE}
 *   <li>{@link Redaction} and {@link Masks} for what a steward may see
 * </ul>
 */
public final class Functions {

    /** Part of batch ids: raise it whenever any function of this package gives another answer for any text. */
    public static final String VERSION = "2";

    private Functions() {}
}
