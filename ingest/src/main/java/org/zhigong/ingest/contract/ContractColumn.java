package org.zhigong.ingest.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhigong.warehouse.Column;

/**
 * A column of a feed as its contract has it.
 *
 * @param name the English name, also accepted as a header
 * @param label the Chinese and the English name that people read; the Chinese one is the usual header
 * @param kind how its text is read
 * @param isRequired whether the column must be there and every row must have a value
 * @param grade how closely it is guarded; nothing of an L4 column is ever written
 * @param aliases further headers seen in real files
 * @param missing texts that mean "no value" here, in the form of {@code Texts.code}
 * @param codeList the list of a CODE column
 * @param unit the unit of a MONEY column
 * @param contextColumn the column that explains this one (INDUSTRY, OWNERSHIP, PERSON_DOCUMENT)
 * @param pattern what a TEXT value must match whole
 * @param precision whether a DATE may be a month only, read as its first day
 * @param isPast whether a DATE after the delivery date is wrong (DATE_FUTURE)
 * @param isMergeFilled whether a blank cell repeats the cell above it
 * @param derivedNames names of the derived columns kept, see {@link ColumnKind#derived()}
 * @param duties numbers of the duties that use it
 */
public record ContractColumn(
        String name,
        Label label,
        ColumnKind kind,
        boolean isRequired,
        Grade grade,
        List<String> aliases,
        Set<String> missing,
        Optional<String> codeList,
        Optional<MoneyUnit> unit,
        Optional<String> contextColumn,
        Optional<Pattern> pattern,
        Precision precision,
        boolean isPast,
        boolean isMergeFilled,
        List<String> derivedNames,
        List<Integer> duties) {

    /** The unit in which a file states money. */
    public enum MoneyUnit {
        YUAN,
        WAN_YUAN
    }

    /** How exact a date must be. */
    public enum Precision {
        DAY,
        MONTH
    }

    public ContractColumn {
        aliases = List.copyOf(aliases);
        missing = Set.copyOf(missing);
        derivedNames = List.copyOf(derivedNames);
        duties = List.copyOf(duties);
    }

    /** Everything that a header of this column may say, the usual one first. */
    public List<String> headers() {
        List<String> headers = new ArrayList<>();
        headers.add(label.zh());
        headers.add(name);
        headers.add(label.en());
        headers.addAll(aliases);
        return headers;
    }

    /** Whether {@code raw.<feed>} has this column under its own name. */
    public boolean isKept() {
        return grade != Grade.L4 && kind.ownType().isPresent();
    }

    /** What {@code raw.<feed>} has of this column: itself, its derived columns, or nothing. */
    public List<Column> kept() {
        List<Column> kept = new ArrayList<>();
        if (isKept()) {
            kept.add(new Column(name, kind.ownType().orElseThrow()));
        }
        for (int i = 0; i < derivedNames.size(); i++) {
            kept.add(new Column(derivedNames.get(i), kind.derivedType(i)));
        }
        return kept;
    }
}
