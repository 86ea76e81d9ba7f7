package org.zhigong.transform;

/**
 * A condition that every row of a model meets; a row for which it is false or unknown fails.
 *
 * @param condition an SQL expression over the columns of the model
 * @param severity what the gate does about a failure
 * @param owner who can repair the cause
 */
public record Check(String condition, Severity severity, String owner) {

    /** Who looks after checks that name nobody. */
    public static final String DEFAULT_OWNER = "warehouse";
}
