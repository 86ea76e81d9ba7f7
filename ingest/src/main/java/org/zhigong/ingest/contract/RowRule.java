package org.zhigong.ingest.contract;

/**
 * A rule over one row; a row that breaks it is quarantined.
 *
 * @param name the rule's name in the contract
 * @param violation an SQL condition over kept columns, true for a row that breaks the rule; null is no violation
 * @param reason the reason code, for example {@code ROW_RULE}
 * @param message what is wrong, for the steward
 */
public record RowRule(String name, String violation, String reason, Label message) {}
