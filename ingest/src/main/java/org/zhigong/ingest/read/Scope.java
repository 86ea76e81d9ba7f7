package org.zhigong.ingest.read;

import java.util.regex.Pattern;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.Grade;
import org.zhigong.ingest.functions.PersonKey;

/** What the cells of one contract are read against. */
record Scope(Contract contract, CodeLists codes, PersonKey key, Findings findings) {

    /** Whether a rule over rows looks at {@code column}: then it is not enough to flag what is wrong there. */
    boolean isNamedByRule(String column) {
        Pattern word = Pattern.compile("\\b" + Pattern.quote(column) + "\\b");
        return contract.rules().stream()
                .anyMatch(rule -> word.matcher(rule.violation()).find());
    }

    /** Whether the feed has cells that nobody may see. */
    boolean isPersonal() {
        return contract.columns().stream().anyMatch(column -> column.grade() == Grade.L4);
    }
}
