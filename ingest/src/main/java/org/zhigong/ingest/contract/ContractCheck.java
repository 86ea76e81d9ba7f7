package org.zhigong.ingest.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhigong.ingest.functions.Texts;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.NearestNames;

/** What must fit together between the parts of one contract. */
final class ContractCheck {

    private static final Set<String> RESERVED = Set.of(
            "period",
            "flags",
            "verdict",
            "source_line",
            "origin_row",
            "batch_id",
            "file_sha256",
            "deliverer",
            "received_on",
            "is_current",
            "set_aside_as",
            "file_row_number");

    private final Contract contract;
    private final Section schema;
    private final Section custom;

    ContractCheck(Contract contract, Section schema, Section custom) {
        this.contract = contract;
        this.schema = schema;
        this.custom = custom;
    }

    void run() {
        checkNames();
        checkHeaders();
        contract.columns().forEach(this::checkContext);
        checkColumn("zhigong.periodColumn", contract.periodColumn());
        checkColumn("zhigong.filePeriodColumn", contract.filePeriodColumn());
        contract.scaleColumn().ifPresent(this::checkScale);
        contract.registerColumn().ifPresent(this::checkRegister);
        if (contract.kind() == Batch.Kind.EVENTS && contract.periodColumn().isEmpty()) {
            throw custom.broken(
                    "missing key 'zhigong.periodColumn'; the rows of an events feed fall into months by it");
        }
        if (contract.keyColumns().isEmpty()) {
            throw schema.broken("properties", "no column is primaryKey; expected the columns that name a row");
        }
        contract.files().controlFile().flatMap(ControlFile::sumColumn).ifPresent(this::checkSum);
    }

    private void checkNames() {
        Set<String> names = new HashSet<>();
        for (Column kept : contract.keptColumns()) {
            boolean isTaken = RESERVED.contains(kept.name());
            if (isTaken || !names.add(kept.name())) {
                throw schema.broken(
                        "properties",
                        "column '%s' %s"
                                .formatted(
                                        kept.name(),
                                        isTaken ? "has a name that every table has already" : "stands twice"));
            }
        }
    }

    private void checkHeaders() {
        Map<String, String> owners = new HashMap<>();
        for (ContractColumn column : contract.columns()) {
            for (String header : column.headers()) {
                String other = owners.putIfAbsent(Texts.code(header), column.name());
                if (other != null && !other.equals(column.name())) {
                    throw schema.broken(
                            "properties",
                            "header '%s' belongs to column '%s' and to column '%s'"
                                    .formatted(header, other, column.name()));
                }
            }
        }
    }

    private void checkContext(ContractColumn column) {
        column.contextColumn().ifPresent(context -> find("zhigong.contextColumn", context));
    }

    private void checkColumn(String key, Optional<String> name) {
        if (name.isEmpty()) {
            return;
        }
        ContractColumn column = find(key, name.get());
        boolean isInAMonth = column.kind() == ColumnKind.DATE
                || column.kind() == ColumnKind.MINUTE
                || column.kind() == ColumnKind.MONTH;
        if (!isInAMonth) {
            throw custom.broken(
                    key,
                    "expected a column of kind date, minute or month, found '%s' of kind %s"
                            .formatted(name.get(), column.kind().word()));
        }
    }

    private void checkSum(String name) {
        if (find("zhigong.controlFile", name).kind() != ColumnKind.MONEY) {
            throw custom.broken(
                    "zhigong.controlFile", "expected a column of kind money as sumColumn, found '%s'".formatted(name));
        }
    }

    private void checkScale(String name) {
        ColumnKind kind = find("zhigong.scaleColumn", name).kind();
        if (kind != ColumnKind.MONEY && kind != ColumnKind.COUNT) {
            throw custom.broken(
                    "zhigong.scaleColumn",
                    "expected a column of kind money or count, found '%s' of kind %s".formatted(name, kind.word()));
        }
    }

    private void checkRegister(String name) {
        ColumnKind kind = find("zhigong.registerColumn", name).kind();
        if (kind != ColumnKind.CREDIT_CODE) {
            throw custom.broken(
                    "zhigong.registerColumn",
                    "expected a column of kind credit_code, found '%s' of kind %s".formatted(name, kind.word()));
        }
    }

    private ContractColumn find(String key, String name) {
        List<String> names =
                contract.columns().stream().map(ContractColumn::name).toList();
        if (!names.contains(name)) {
            throw custom.broken(
                    key,
                    "unknown column '%s': expected one of %s%s".formatted(name, names, NearestNames.hint(name, names)));
        }
        return contract.column(name);
    }
}
