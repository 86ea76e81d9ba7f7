package org.zhigong.ingest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.functions.Functions;
import org.zhigong.ingest.read.FileReader;
import org.zhigong.ingest.read.Terms;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Verdict;

/**
 * All that decides, beside a file and what was declared about it, what its batch holds: the contract, the code lists,
 * the functions, the reader, and for persons the key.
 */
record Recipe(String feed, String hash) {

    /** The period of a rejected file of which none is known. */
    static final YearMonth NO_PERIOD = YearMonth.parse(Batch.NO_PERIOD);

    private static final int HALF = 12;

    static Recipe of(Contract contract, CodeLists codes, String keyVersion) {
        Set<String> lists = new TreeSet<>(contract.codeLists());
        lists.add("findings");
        List<String> words = new ArrayList<>(List.of(
                contract.feed(),
                contract.contentHash(),
                codes.contentHash(lists),
                Functions.VERSION,
                FileReader.VERSION));
        boolean hasPersons = contract.columns().stream()
                .anyMatch(c -> c.kind() == ColumnKind.PERSON_DOCUMENT || c.kind() == ColumnKind.PERSON_NAME);
        if (hasPersons) {
            words.add(keyVersion);
        }
        return new Recipe(contract.feed(), Hashes.ofWords(words));
    }

    /** The id of the batch that a file makes: one half for the delivery, one for this recipe. */
    String id(String sha256, String deliverer, YearMonth period, LocalDate received, Terms terms) {
        String delivery = Hashes.ofWords(List.of(
                sha256,
                deliverer,
                period.toString(),
                received.toString(),
                terms.rows().isPresent() ? String.valueOf(terms.rows().getAsLong()) : "",
                terms.control().orElse("")));
        return delivery.substring(0, HALF) + "-" + hash.substring(0, HALF);
    }

    /** The id of the overlay that a workbook lays over {@code origin}. */
    String overlayId(String workbookSha256, Batch origin, LocalDate received) {
        String delivery = Hashes.ofWords(List.of("overlay", workbookSha256, origin.batchId(), received.toString()));
        return delivery.substring(0, HALF) + "-" + hash.substring(0, HALF);
    }

    /** Whether {@code batch} was read by this recipe. */
    boolean hasRead(Batch batch) {
        return batch.batchId().endsWith("-" + hash.substring(0, HALF));
    }

    /** Whether {@code before} would come out the same today. */
    boolean isOf(Batch before, Terms terms) {
        if (before.verdict() != Verdict.REJECTED) {
            return hasRead(before);
        }
        // A rejected file may come right by what is declared about it: a sidecar, a control file.
        YearMonth period = terms.period().orElse(YearMonth.parse(before.period()));
        LocalDate received = terms.receivedOn().orElse(before.receivedOn());
        return before.batchId().equals(id(before.sha256(), before.deliverer(), period, received, terms));
    }
}
