package org.zhigong.ingest.codes;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.functions.CellParser;
import org.zhigong.ingest.functions.CreditCodes;
import org.zhigong.ingest.functions.Texts;

/** Credit codes of employers, and what stood for them before: organisation codes and licence numbers. */
final class LegacyCodes implements CellParser<String> {

    private static final String NOTE = "CODE_CROSSWALK";

    private final Map<String, String> current = new HashMap<>();

    LegacyCodes(CodeTable table) {
        long line = 1;
        for (Map<String, String> row : table.rows()) {
            line++;
            String credit = row.getOrDefault("credit_code", "");
            if (!CreditCodes.isValid(credit)) {
                throw CodeTable.broken(table.file(), line, "'%s' is not a credit code".formatted(credit));
            }
            current.put(form(row.getOrDefault("code", "")), credit);
        }
    }

    private static String form(String text) {
        return Texts.code(text).replace("-", "");
    }

    private @Nullable String found(String text) {
        return text.length() == 18 ? null : current.get(form(text));
    }

    @Override
    public @Nullable String value(String text) {
        String value = CreditCodes.EMPLOYER.value(text);
        return value == null ? found(text) : value;
    }

    @Override
    public @Nullable String issue(String text) {
        return found(text) == null ? CreditCodes.EMPLOYER.issue(text) : null;
    }

    @Override
    public @Nullable String note(String text) {
        return found(text) == null ? CreditCodes.EMPLOYER.note(text) : NOTE;
    }
}
