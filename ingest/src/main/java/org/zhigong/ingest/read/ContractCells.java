package org.zhigong.ingest.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.ContractColumn.MoneyUnit;
import org.zhigong.ingest.contract.ContractColumn.Precision;
import org.zhigong.ingest.functions.Capitals;
import org.zhigong.ingest.functions.CellParser;
import org.zhigong.ingest.functions.Counts;
import org.zhigong.ingest.functions.Coverages;
import org.zhigong.ingest.functions.CreditCodes;
import org.zhigong.ingest.functions.Dates;
import org.zhigong.ingest.functions.Minutes;
import org.zhigong.ingest.functions.Money;
import org.zhigong.ingest.functions.Months;
import org.zhigong.ingest.functions.PairParser;
import org.zhigong.ingest.functions.Percents;
import org.zhigong.ingest.functions.Phones;
import org.zhigong.ingest.functions.YesNo;

/** The numbers under which the engine's functions know the columns of one contract. */
final class ContractCells {

    /** What is read of a column. */
    enum Part {
        /** The column itself. */
        OWN,
        /** What is kept beside it. */
        DERIVED,
        /** What is kept beside that. */
        SECOND
    }

    private static final int MOST_CODES = 64;

    private final Scope scope;
    private final CellFunctions functions;
    private final Map<String, Map<Part, Integer>> numbers = new HashMap<>();
    private final Map<String, Masking> maskings = new HashMap<>();

    /** Registers every column of the contract of {@code scope}. */
    ContractCells(Scope scope, CellFunctions functions) {
        this.scope = scope;
        this.functions = functions;
        for (ContractColumn column : scope.contract().columns()) {
            numbers.put(column.name(), new HashMap<>());
            maskings.put(column.name(), new Masking(column, scope.isPersonal()));
            register(column);
        }
    }

    /** The number of a part of a column. */
    int number(String column, Part part) {
        Integer number = numbers.getOrDefault(column, Map.of()).get(part);
        if (number == null) {
            throw new IllegalStateException("Column %s has no part %s".formatted(column, part));
        }
        return number;
    }

    /** The cell of a part of a column. */
    Cell cell(String column, Part part) {
        return functions.cell(number(column, part));
    }

    /** What may be seen of a column. */
    Masking masking(String column) {
        return maskings.getOrDefault(column, Masking.WHOLE);
    }

    Contract contract() {
        return scope.contract();
    }

    /** The codes that stand for themselves in a CODE column; none if there are too many to be listed. */
    List<String> plainCodes(ContractColumn column) {
        var list = scope.codes().list(column.codeList().orElseThrow());
        String key = list.table().columns().get(0).name();
        Set<String> codes = list.table().rows().stream()
                .map(row -> String.valueOf(row.get(key)))
                .filter(code -> code.equals(list.value(code)) && list.note(code) == null)
                .filter(code -> !column.missing().contains(code))
                .collect(Collectors.toSet());
        return codes.size() > MOST_CODES ? List.of() : codes.stream().sorted().toList();
    }

    private void register(ContractColumn column) {
        CodeLists codes = scope.codes();
        switch (column.kind()) {
            case TEXT -> own(column, text(column));
            case CODE -> own(column, codes.list(column.codeList().orElseThrow()));
            case COUNT -> own(column, Counts.COUNT);
            case PERCENT -> own(column, Percents.BASIS_POINTS);
            case MONEY ->
                own(column, column.unit().equals(Optional.of(MoneyUnit.WAN_YUAN)) ? Money.WAN_YUAN : Money.YUAN);
            case DATE, BIRTH_DATE ->
                own(column, column.precision() == Precision.MONTH ? Dates.DAY_OR_MONTH : Dates.DAY);
            case MONTH -> own(column, Months.MONTH);
            case MINUTE -> {
                own(column, Minutes.DAY);
                cell(column, Part.DERIVED, Minutes.SINCE_1970);
            }
            case BOOLEAN -> own(column, YesNo.YES_NO);
            case CREDIT_CODE -> own(column, codes.employers());
            case UNION_CODE -> own(column, CreditCodes.UNION);
            case DIVISION -> own(column, codes.divisions());
            case STREET -> own(column, codes.streets());
            case INDUSTRY -> pair(column, Part.OWN, codes.industries());
            case OWNERSHIP -> {
                pair(column, Part.OWN, new Parsers.KnownCode(codes.ownershipGroups()));
                pair(column, Part.DERIVED, codes.ownershipGroups());
            }
            case DISTRICT_NAME -> {
                own(column, new Parsers.KnownText(codes.districts()));
                cell(column, Part.DERIVED, codes.districts());
            }
            case CAPITAL -> {
                own(column, new Parsers.KnownText(Capitals.CURRENCY));
                cell(column, Part.DERIVED, Capitals.FEN);
                cell(column, Part.SECOND, Capitals.CURRENCY);
            }
            case COVERAGE -> {
                own(column, Coverages.EMPLOYERS);
                cell(column, Part.DERIVED, Coverages.WORKERS);
            }
            case PERSON_DOCUMENT -> pair(column, Part.OWN, new Parsers.Document(scope.key()));
            case PERSON_NAME -> own(column, new Parsers.Name(scope.key()));
            case PHONE -> own(column, Phones.PHONE);
            case FREE_TEXT -> own(column, new Parsers.FreeText());
            case IGNORED -> {}
        }
    }

    private CellParser<String> text(ContractColumn column) {
        return scope.contract().keyColumns().contains(column.name())
                ? new Parsers.KeyText(column.pattern(), scope.isPersonal())
                : new Parsers.KeptText(column.pattern(), hasDocument());
    }

    private void own(ContractColumn column, CellParser<?> parser) {
        cell(column, Part.OWN, parser);
    }

    private void cell(ContractColumn column, Part part, CellParser<?> parser) {
        put(column, part, new Cell(parser, column, scope));
    }

    private void pair(ContractColumn column, Part part, PairParser<?> parser) {
        put(column, part, new Cell(parser, column, scope));
    }

    private void put(ContractColumn column, Part part, Cell cell) {
        numbers.computeIfAbsent(column.name(), name -> new HashMap<>()).put(part, functions.add(cell));
    }

    /** Whether any column names persons. */
    boolean isPersonal() {
        return scope.isPersonal();
    }

    /** Whether the contract has persons' documents, which tell sex and birth better than other columns. */
    boolean hasDocument() {
        return contract().columns().stream().anyMatch(column -> column.kind() == ColumnKind.PERSON_DOCUMENT);
    }
}
