package org.zhigong.ingest.contract;

/**
 * Why a feed may be kept, how long, and who answers for it.
 *
 * @param purpose what it is used for
 * @param legalBasis the law that allows it
 * @param retentionMonths how long originals are kept
 * @param everyMonths how often it is due: 1 for each month, 12 for each calendar year; 0 where it comes when it comes
 * @param dueDay the day of the following month by which it is due
 * @param owner who answers for it
 */
public record Governance(
        Label purpose, Label legalBasis, int retentionMonths, int everyMonths, int dueDay, Label owner) {}
