package org.zhigong.ingest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.form.RejectedFile;

/**
 * Where in a file the columns of its contract stand.
 *
 * @param delimiter between fields
 * @param fields of a record
 * @param headerRows records up to and with the header, 0 if there is none
 * @param cells of the header
 * @param positions of the contract's columns, from 0
 * @param notes what is not plain about the header, by code
 */
record Layout(
        char delimiter,
        int fields,
        int headerRows,
        List<String> cells,
        Map<String, Integer> positions,
        Map<String, Long> notes) {

    Layout {
        cells = List.copyOf(cells);
        positions = Map.copyOf(positions);
        notes = Map.copyOf(notes);
    }

    /** The layout that {@code header} gives. @throws RejectedFile if a mandatory column is missing or there twice */
    static Layout of(Header header, Contract contract, HeaderNames names) throws RejectedFile {
        requireMandatory(header, contract, names);
        Map<String, Integer> positions = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < header.columns().size(); i++) {
            Optional<String> column = header.columns().get(i);
            if (column.isPresent() && positions.putIfAbsent(column.get(), i) != null) {
                twice.add(column.get());
            }
        }
        refuseTwice(twice, contract, names);
        return new Layout(
                header.delimiter(),
                header.columns().size(),
                header.rows(),
                header.cells(),
                positions,
                notes(header, contract, names, positions, twice));
    }

    /** Positions of columns that only number the rows. */
    Set<Integer> numbering(Contract contract) {
        return contract.columns().stream()
                .filter(column -> column.kind() == ColumnKind.IGNORED)
                .map(column -> positions.get(column.name()))
                .filter(position -> position != null)
                .collect(Collectors.toSet());
    }

    private static void requireMandatory(Header header, Contract contract, HeaderNames names) throws RejectedFile {
        if (!header.missing(names.required()).isEmpty()) {
            throw missing(header, contract, names, "");
        }
    }

    /** Says what {@code header} lacks, on {@code sheet} if it is of one of several. */
    static RejectedFile missing(Header header, Contract contract, HeaderNames names, String sheet) {
        Set<String> missing = header.missing(names.required());
        return RejectedFile.of(
                "COL_MISSING_MAND",
                "%s缺少必填列：%s。请补齐后重新报送。"
                        .formatted(sheet.isEmpty() ? "" : "工作表“%s”".formatted(sheet), labels(missing, contract, true)),
                "Mandatory columns are missing%s: %s. Add them and deliver the file again."
                        .formatted(
                                sheet.isEmpty() ? "" : " on sheet '%s'".formatted(sheet),
                                labels(missing, contract, false)));
    }

    private static void refuseTwice(Set<String> twice, Contract contract, HeaderNames names) throws RejectedFile {
        Set<String> mandatory = new HashSet<>(twice);
        mandatory.retainAll(names.required());
        if (!mandatory.isEmpty()) {
            throw RejectedFile.of(
                    "COL_DUP_MAND",
                    "必填列出现两次：%s。请只保留一列。".formatted(labels(mandatory, contract, true)),
                    "Mandatory columns stand twice: %s. Keep one of each."
                            .formatted(labels(mandatory, contract, false)));
        }
    }

    private static String labels(Set<String> columns, Contract contract, boolean isChinese) {
        return contract.columns().stream()
                .filter(column -> columns.contains(column.name()))
                .map(column -> isChinese
                        ? column.label().zh()
                        : column.name() + " (" + column.label().zh() + ")")
                .collect(Collectors.joining(isChinese ? "、" : ", "));
    }

    private static Map<String, Long> notes(
            Header header, Contract contract, HeaderNames names, Map<String, Integer> positions, Set<String> twice) {
        Map<String, Long> notes = new TreeMap<>();
        count(notes, "TITLE_ROWS", header.rows() - header.levels());
        count(notes, "HEADER_2LEVEL", header.levels() == 2 ? 1 : 0);
        count(notes, "COL_DUP", twice.size());
        count(notes, "COL_ORDER", isInOrder(positions, contract) ? 0 : 1);
        long aliases = 0;
        long extra = 0;
        for (int i = 0; i < header.cells().size(); i++) {
            String cell = header.cells().get(i);
            boolean isKnown = header.columns().get(i).isPresent();
            aliases += isKnown && !names.isPlain(cell) ? 1 : 0;
            extra += !isKnown && !cell.isBlank() ? 1 : 0;
        }
        count(notes, "HEADER_ALIAS", aliases);
        count(notes, "COL_EXTRA", extra);
        count(
                notes,
                "COL_MISSING_OPT",
                contract.columns().stream()
                        .filter(column -> column.kind() != ColumnKind.IGNORED && !positions.containsKey(column.name()))
                        .count());
        return notes;
    }

    private static void count(Map<String, Long> notes, String code, long number) {
        if (number > 0) {
            notes.put(code, number);
        }
    }

    private static boolean isInOrder(Map<String, Integer> positions, Contract contract) {
        List<Integer> inContractOrder = new ArrayList<>();
        for (ContractColumn column : contract.columns()) {
            Integer position = positions.get(column.name());
            if (position != null) {
                inContractOrder.add(position);
            }
        }
        return inContractOrder.equals(inContractOrder.stream().sorted().toList());
    }

    /** What of this layout the verdict SQL depends on, as a key. */
    Map<String, Integer> shape() {
        Map<String, Integer> shape = new HashMap<>(positions);
        shape.put("", fields);
        return shape;
    }
}
