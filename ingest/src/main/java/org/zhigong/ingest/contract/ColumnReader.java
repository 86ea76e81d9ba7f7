package org.zhigong.ingest.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.ingest.contract.ContractColumn.MoneyUnit;
import org.zhigong.ingest.contract.ContractColumn.Precision;
import org.zhigong.ingest.functions.Texts;
import org.zhigong.warehouse.NearestNames;

/** Reads one property of a contract. */
final class ColumnReader {

    private static final String CODE_LIST = "zhigong.codeList";
    private static final String UNIT = "zhigong.unit";
    private static final String CONTEXT = "zhigong.contextColumn";
    private static final String PATTERN = "pattern";

    private final CodeLists codeLists;
    private final List<String> missing;

    /** @param missing the texts that mean "no value" unless a column says otherwise */
    ColumnReader(CodeLists codeLists, List<String> missing) {
        this.codeLists = codeLists;
        this.missing = missing;
    }

    ContractColumn read(Section property) {
        String name = property.value("name", Words::name);
        Section custom = property.properties("customProperties");
        ColumnKind kind = custom.value("zhigong.kind", ColumnKind::of);
        property.value("logicalType", Words.exactly(kind.logicalType()));
        Grade grade = custom.value("zhigong.grade", Words::grade);
        Label label = new Label(property.text("businessName"), custom.text("zhigong.nameEn"));
        Optional<Pattern> pattern = pattern(property, kind);
        property.optionalText("description");
        property.texts("examples");
        property.value("primaryKeyPosition", 0, Words::number);
        property.value("primaryKey", false, Words::truth);
        ContractColumn column = new ContractColumn(
                name,
                label,
                kind,
                property.value("required", Words::truth),
                grade,
                custom.texts("zhigong.aliases"),
                missing(custom),
                codeList(custom, kind),
                unit(custom, kind),
                context(custom, kind),
                pattern,
                custom.value("zhigong.precision", Precision.DAY, Words.constant(Precision.class)),
                custom.value("zhigong.past", false, Words::truth),
                custom.value("zhigong.mergeFill", false, Words::truth),
                derivedNames(custom, kind),
                custom.values("zhigong.duties", Words::number));
        custom.end();
        property.end();
        return checked(column, custom);
    }

    private static ContractColumn checked(ContractColumn column, Section custom) {
        boolean isPersonal = column.kind() == ColumnKind.PERSON_DOCUMENT
                || column.kind() == ColumnKind.PERSON_NAME
                || column.kind() == ColumnKind.BIRTH_DATE
                || column.kind() == ColumnKind.PHONE
                || column.kind() == ColumnKind.FREE_TEXT;
        if (isPersonal && column.grade() != Grade.L4) {
            throw custom.broken(
                    "zhigong.grade",
                    "column '%s' of kind %s must be of grade L4, found %s"
                            .formatted(column.name(), column.kind().word(), column.grade()));
        }
        boolean isDay = column.kind() == ColumnKind.DATE
                || column.kind() == ColumnKind.BIRTH_DATE
                || column.kind() == ColumnKind.MINUTE;
        if (column.isPast() && !isDay) {
            throw custom.broken(
                    "zhigong.past",
                    "only a date can be past, column '%s' is of kind %s"
                            .formatted(column.name(), column.kind().word()));
        }
        if (column.precision() == Precision.MONTH && column.kind() != ColumnKind.DATE) {
            throw custom.broken(
                    "zhigong.precision",
                    "only a date has a precision, column '%s' is of kind %s"
                            .formatted(column.name(), column.kind().word()));
        }
        return column;
    }

    private Set<String> missing(Section custom) {
        Set<String> tokens = new TreeSet<>();
        missing.forEach(token -> tokens.add(Texts.code(token)));
        custom.texts("zhigong.missing").forEach(token -> tokens.add(Texts.code(token)));
        custom.texts("zhigong.notMissing").forEach(token -> tokens.remove(Texts.code(token)));
        return tokens;
    }

    private Optional<String> codeList(Section custom, ColumnKind kind) {
        Optional<String> list = onlyFor(custom, CODE_LIST, kind == ColumnKind.CODE, kind);
        list.filter(name -> !codeLists.names().contains(name)).ifPresent(name -> {
            throw custom.broken(
                    CODE_LIST,
                    "unknown code list '%s': expected one of %s%s"
                            .formatted(name, codeLists.names(), NearestNames.hint(name, codeLists.names())));
        });
        return list;
    }

    private static Optional<MoneyUnit> unit(Section custom, ColumnKind kind) {
        Optional<String> unit = onlyFor(custom, UNIT, kind == ColumnKind.MONEY, kind);
        return unit.map(u -> custom.value(UNIT, Words.constant(MoneyUnit.class)));
    }

    private static Optional<String> context(Section custom, ColumnKind kind) {
        boolean isExplained = switch (kind) {
            case INDUSTRY, OWNERSHIP, PERSON_DOCUMENT -> true;
            case TEXT,
                    CODE,
                    COUNT,
                    PERCENT,
                    MONEY,
                    DATE,
                    MONTH,
                    MINUTE,
                    BOOLEAN,
                    CREDIT_CODE,
                    UNION_CODE,
                    DIVISION,
                    STREET,
                    DISTRICT_NAME,
                    PERSON_NAME,
                    BIRTH_DATE,
                    PHONE,
                    CAPITAL,
                    COVERAGE,
                    FREE_TEXT,
                    IGNORED -> false;
        };
        return onlyFor(custom, CONTEXT, isExplained, kind);
    }

    /** The text at {@code key}, which columns of a fitting kind must have and others must not. */
    private static Optional<String> onlyFor(Section custom, String key, boolean fits, ColumnKind kind) {
        if (fits) {
            return Optional.of(custom.text(key));
        }
        if (custom.has(key)) {
            throw custom.broken(key, "a column of kind %s has no %s".formatted(kind.word(), key));
        }
        return Optional.empty();
    }

    private static Optional<Pattern> pattern(Section property, ColumnKind kind) {
        if (!property.has("logicalTypeOptions")) {
            return Optional.empty();
        }
        Section options = property.section("logicalTypeOptions");
        Pattern pattern = options.value(PATTERN, Words::pattern);
        options.end();
        if (kind != ColumnKind.TEXT) {
            throw options.broken(PATTERN, "only a column of kind text has a pattern, found %s".formatted(kind.word()));
        }
        return Optional.of(pattern);
    }

    private static List<String> derivedNames(Section custom, ColumnKind kind) {
        List<String> names = custom.values("zhigong.keptAs", Words::name);
        if (names.isEmpty()) {
            return kind.derived();
        }
        if (names.size() != kind.derived().size()) {
            throw custom.broken(
                    "zhigong.keptAs",
                    "expected %d names for a column of kind %s, found %d"
                            .formatted(kind.derived().size(), kind.word(), names.size()));
        }
        return names;
    }
}
