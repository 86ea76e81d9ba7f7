package org.zhigong.ingest.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.form.CellName;

/**
 * A table of which the header is known.
 *
 * @param name what may be written of its name; empty if it has none
 * @param layout of its own
 * @param places where its cells go in the plain file
 */
record Placed(Table table, String name, Layout layout, List<Integer> places) {

    Placed {
        places = List.copyOf(places);
    }

    /** Whether cells stay where they are. */
    boolean isInPlace() {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) != i) {
                return false;
            }
        }
        return true;
    }

    /** Positions in which a plain number counts days. */
    Set<Integer> days(Contract contract) {
        return positions(contract, column -> switch (column.kind()) {
            case DATE, BIRTH_DATE, MONTH -> true;
            default -> false;
        });
    }

    /** Positions in which a value stands for its own row only: a merged cell there cannot be understood. */
    Set<Integer> single(Contract contract) {
        return positions(contract, column -> !column.isMergeFilled() && column.kind() != ColumnKind.IGNORED);
    }

    private Set<Integer> positions(Contract contract, java.util.function.Predicate<ContractColumn> isMeant) {
        return contract.columns().stream()
                .filter(isMeant)
                .map(column -> layout.positions().get(column.name()))
                .filter(position -> position != null)
                .collect(Collectors.toSet());
    }

    /** The letters of the contract's columns as a spreadsheet shows them. */
    Map<String, String> letters() {
        Map<String, String> letters = new TreeMap<>();
        layout.positions().forEach((column, position) -> letters.put(column, CellName.letters(position)));
        return letters;
    }
}
