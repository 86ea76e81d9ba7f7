package org.zhigong.ingest.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhigong.warehouse.ColumnType;

/**
 * What the text of a column means, and so how it is read and what is kept of it; {@code zhigong.kind} in a contract.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of
public enum ColumnKind {
    /** Any text, cleaned; may be bound by a pattern. */
    TEXT("string", ColumnType.VARCHAR),
    /** A code of a code list, or one of its names. */
    CODE("string", ColumnType.VARCHAR),
    /** A whole number that is not negative. */
    COUNT("integer", ColumnType.BIGINT),
    /** A percentage, kept in basis points: 95, 95 % and 95.00 are 9500. */
    PERCENT("number", ColumnType.BIGINT),
    /** An amount in yuan or wan_yuan, kept in fen. */
    MONEY("integer", ColumnType.BIGINT),
    /** A day; a month where the contract allows it. */
    DATE("date", ColumnType.DATE),
    /** A month, kept as {@code 2025-03}. */
    MONTH("string", ColumnType.VARCHAR),
    /** A day with a time; the minutes since 1970 are kept too, so that durations are differences. */
    MINUTE("date", ColumnType.DATE, "minute"),
    /** 是 or 否. */
    BOOLEAN("boolean", ColumnType.BOOLEAN),
    /** The unified social credit code of an employer. */
    CREDIT_CODE("string", ColumnType.VARCHAR),
    /** The unified social credit code of a union. */
    UNION_CODE("string", ColumnType.VARCHAR),
    /** A division code of 6 or 9 digits, today's. */
    DIVISION("string", ColumnType.VARCHAR),
    /** The division code of a street, 9 digits, today's. */
    STREET("string", ColumnType.VARCHAR),
    /** The name or code of a district; today's code is kept too. */
    DISTRICT_NAME("string", ColumnType.VARCHAR, "district_code"),
    /** An industry code, by the edition in the context column; kept in the 2017 edition with its letter. */
    INDUSTRY("string", ColumnType.VARCHAR),
    /** A registration type, by the scheme in the context column; its reporting group is kept too. */
    OWNERSHIP("string", ColumnType.VARCHAR, "ownership_group"),
    /** A person's document number, by the kind in the context column; only its pseudonym is kept. */
    PERSON_DOCUMENT("string", "person_key"),
    /** A person's name; only its pseudonym is kept. */
    PERSON_NAME("string", "name_key"),
    /** A person's date of birth; only the year is kept. */
    BIRTH_DATE("date", "birth_year"),
    /** A phone number: its form is checked, nothing is kept. */
    PHONE("string"),
    /** Amount, unit and currency of registered capital in one text; fen and currency are kept too. */
    CAPITAL("string", ColumnType.VARCHAR, "capital_fen", "capital_currency"),
    /** Employers and workers that an agreement states to cover, in one text; the two numbers are kept. */
    COVERAGE("string", "coverage_units", "coverage_workers"),
    /** What people write in their own words: whether it holds personal numbers is told, nothing is kept. */
    FREE_TEXT("string"),
    /** Known and left alone: row numbers, remarks. Nothing is kept. */
    IGNORED("string");

    private final String logicalType;
    private final Optional<ColumnType> ownType;
    private final List<String> derived;

    ColumnKind(String logicalType, ColumnType ownType, String... derived) {
        this.logicalType = logicalType;
        this.ownType = Optional.of(ownType);
        this.derived = List.of(derived);
    }

    ColumnKind(String logicalType, String... derived) {
        this.logicalType = logicalType;
        this.ownType = Optional.empty();
        this.derived = List.of(derived);
    }

    /** The kind that a contract calls {@code word}. @throws IllegalArgumentException naming the valid ones */
    static ColumnKind of(String word) {
        for (ColumnKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown kind '%s'; expected one of %s"
                .formatted(word, Arrays.stream(values()).map(ColumnKind::word).collect(Collectors.joining(", "))));
    }

    /** The word in a contract, in lower snake case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The {@code logicalType} that a column of this kind has in the Open Data Contract Standard. */
    public String logicalType() {
        return logicalType;
    }

    /** The type under which the column itself is kept; empty if it is not. */
    public Optional<ColumnType> ownType() {
        return ownType;
    }

    /** The names of what is kept beside or instead of the column, unless {@code zhigong.keptAs} renames them. */
    public List<String> derived() {
        return derived;
    }

    /** The type of the derived column at {@code index}. */
    ColumnType derivedType(int index) {
        boolean isNumber = this == BIRTH_DATE || this == MINUTE || this == COVERAGE || (this == CAPITAL && index == 0);
        return isNumber ? ColumnType.BIGINT : ColumnType.VARCHAR;
    }
}
