package org.zhigong.ingest.contract;

/** How closely a column is guarded. */
public enum Grade {
    /** Published aggregates and public facts. */
    L1,
    /** Facts about an employer, a union, an agreement. */
    L2,
    /** Facts about one person, pseudonymous. */
    L3,
    /** What names a person: name, document number, phone, address, free text. Never written anywhere. */
    L4
}
