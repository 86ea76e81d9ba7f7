package org.zhigong.ingest.read;

import java.util.Optional;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.form.RejectedFile;

/** The limits beyond which bad rows make a bad file. */
final class FileLimits {

    private static final double MAX_PRECISION_LOST = 0.01;

    private FileLimits() {}

    /** Refuses a file that is beyond one of them. */
    static void refuse(Contract contract, FileTerms terms, Tally tally, RowsFile rows) throws RejectedFile {
        if (tally.accepted() + tally.quarantined() == 0 && tally.dropped() > 0) {
            throw RejectedFile.of(
                    "EMPTY_FILE",
                    "文件没有数据行，只有空行、合计或表尾。",
                    "The file has no rows of data, only blank lines, totals or footers.");
        }
        refuseOtherPeriod(contract, terms, tally, rows);
        refuseLostDigits(tally);
        refuseTooMany(contract, tally);
    }

    private static void refuseOtherPeriod(Contract contract, FileTerms terms, Tally tally, RowsFile rows)
            throws RejectedFile {
        long rowsOfOthers = tally.reason("WRONG_PERIOD");
        boolean isOther = isBeyond(rowsOfOthers, tally, contract.maxQuarantinedShare());
        String found = "";
        if (!isOther && !contract.isSamePeriod() && contract.filePeriodColumn().isPresent()) {
            Optional<String> month =
                    rows.dominantMonth(contract.filePeriodColumn().get());
            found = month.orElse("");
            isOther = month.isPresent() && !found.equals(terms.period().toString());
        }
        if (isOther) {
            String of = found.isEmpty() ? "" : " " + found;
            throw RejectedFile.of(
                    "WRONG_PERIOD",
                    "文件声明的所属期为 %s，数据却属于其他期%s。请核对后重新报送。".formatted(terms.period(), of),
                    "The file is declared for %s, its rows are of another period%s. Compare them and deliver again."
                            .formatted(terms.period(), of));
        }
    }

    private static void refuseLostDigits(Tally tally) throws RejectedFile {
        long lost = tally.reason("ID_PRECISION_LOST");
        if (isBeyond(lost, tally, MAX_PRECISION_LOST)) {
            throw RejectedFile.of(
                    "ID_PRECISION_LOST",
                    "有 %d 行号码被电子表格截断（超过 1%%），无法恢复。请将该列设为文本后重新导出。".formatted(lost),
                    ("In %d rows a spreadsheet has cut a number, which is more than 1 %% and cannot be undone."
                                    + " Make the column text and export it again.")
                            .formatted(lost));
        }
    }

    private static void refuseTooMany(Contract contract, Tally tally) throws RejectedFile {
        if (isBeyond(tally.quarantined(), tally, contract.maxQuarantinedShare())) {
            double percent = contract.maxQuarantinedShare() * 100;
            throw RejectedFile.of(
                    "TOO_MANY_QUARANTINED",
                    "%d 行中有 %d 行不合格，超过 %.0f%%。原因见 reasons；请修正后重新报送。"
                            .formatted(tally.accepted() + tally.quarantined(), tally.quarantined(), percent),
                    "Of %d rows %d are not right, more than %.0f %%. The reasons say why; correct them and deliver again."
                            .formatted(tally.accepted() + tally.quarantined(), tally.quarantined(), percent));
        }
    }

    private static boolean isBeyond(long rows, Tally tally, double share) {
        return rows > 0 && rows > share * (tally.accepted() + tally.quarantined());
    }
}
