package org.zhigong.ingest.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.functions.Texts;

/** The columns of one contract by all the headers that may stand over them. */
final class HeaderNames {

    private static final Pattern DECORATION = Pattern.compile("[*]|\\((必填|必填项|选填|可空|可为空)\\)$");

    private final Map<String, String> columns = new HashMap<>();
    private final Set<String> plain;
    private final Set<String> required;

    HeaderNames(Contract contract) {
        for (ContractColumn column : contract.columns()) {
            columns.put(form(column.name()), column.name());
            columns.put(form(column.label().zh()), column.name());
            column.aliases().forEach(alias -> columns.put(form(alias), column.name()));
        }
        plain = contract.columns().stream()
                .flatMap(c -> List.of(c.name(), c.label().zh()).stream())
                .collect(Collectors.toUnmodifiableSet());
        required = contract.columns().stream()
                .filter(ContractColumn::isRequired)
                .map(ContractColumn::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The form in which headers are compared: nothing invisible, no spaces, stars or "(必填)". */
    static String form(String header) {
        return DECORATION.matcher(Texts.code(header)).replaceAll("");
    }

    /** The column under a header; empty if it is none of this contract. */
    Optional<String> column(String header) {
        return Optional.ofNullable(columns.get(form(header)));
    }

    /** Whether {@code header} is to the letter what the contract calls a column. */
    boolean isPlain(String header) {
        return plain.contains(header);
    }

    /** The columns that every file must have. */
    Set<String> required() {
        return required;
    }
}
