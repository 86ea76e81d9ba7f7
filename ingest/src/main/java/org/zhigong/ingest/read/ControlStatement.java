package org.zhigong.ingest.read;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.ContractColumn.MoneyUnit;
import org.zhigong.ingest.contract.ControlFile;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.functions.CellParser;
import org.zhigong.ingest.functions.Money;

/**
 * What a control file states.
 *
 * @param rows of data
 * @param fen the sum of the contract's column, if stated
 */
record ControlStatement(long rows, Optional<Long> fen) {

    private static final String CODE = "CONTROL_MISMATCH";

    /** Reads {@code text}. @throws RejectedFile if it is not of the form of {@code form} */
    static ControlStatement parse(String text, ControlFile form, Contract contract) throws RejectedFile {
        String line = text.replace("\uFEFF", "").strip();
        List<String> parts = List.of(line.split(Pattern.quote(String.valueOf(form.delimiter())), -1));
        boolean isNumber = parts.get(0).strip().matches("\\d{1,12}");
        Optional<Long> fen = parts.size() > 1 && form.sumColumn().isPresent()
                ? fen(parts.get(1).strip(), contract.column(form.sumColumn().get()))
                : Optional.empty();
        if (!isNumber || (parts.size() > 1 && form.sumColumn().isPresent() && fen.isEmpty())) {
            throw RejectedFile.of(
                    CODE,
                    "控制文件格式不符，应为：行数%s金额合计。".formatted(form.delimiter()),
                    "The control file is not of the form rows%ssum.".formatted(form.delimiter()));
        }
        return new ControlStatement(Long.parseLong(parts.get(0).strip()), fen);
    }

    private static Optional<Long> fen(String text, ContractColumn column) {
        CellParser<Long> money = column.unit().equals(Optional.of(MoneyUnit.WAN_YUAN)) ? Money.WAN_YUAN : Money.YUAN;
        return Optional.ofNullable(money.value(text));
    }

    /** Refuses a file with other numbers of rows: with fewer, its end is missing. */
    void requireRows(long found) throws RejectedFile {
        requireRows("控制文件", "The control file", rows, found);
    }

    /** Refuses a file with another number of rows than its sidecar states. */
    static void requireDeclared(long stated, long found) throws RejectedFile {
        requireRows("附带说明", "The sidecar", stated, found);
    }

    private static void requireRows(String zh, String en, long stated, long found) throws RejectedFile {
        if (found < stated) {
            throw RejectedFile.of(
                    "TRUNCATED",
                    "%s声明 %d 行，实有 %d 行，文件可能不完整。请核对后重新传送。".formatted(zh, stated, found),
                    "%s states %d rows, the file has %d: the rest seems to be missing. Compare them and send it again."
                            .formatted(en, stated, found));
        }
        if (found > stated) {
            throw RejectedFile.of(
                    CODE,
                    "%s声明 %d 行，实有 %d 行。请核对后重新报送。".formatted(zh, stated, found),
                    "%s states %d rows, the file has %d. Compare them and deliver again.".formatted(en, stated, found));
        }
    }

    /** Refuses a file with another sum. */
    void requireSum(long foundFen) throws RejectedFile {
        if (fen.isPresent() && fen.get() != foundFen) {
            throw RejectedFile.of(
                    CODE,
                    "控制文件声明合计 %s 元，实为 %s 元。请核对后重新报送。".formatted(yuan(fen.get()), yuan(foundFen)),
                    "The control file states a sum of %s yuan, the rows add up to %s. Compare them and deliver again."
                            .formatted(yuan(fen.get()), yuan(foundFen)));
        }
    }

    static RejectedFile missing(ControlFile form) {
        return RejectedFile.of(
                CODE,
                "缺少同名控制文件（.%s）。请与数据文件一起报送。".formatted(form.extension()),
                "The control file of the same name (.%s) is missing. Deliver it together with the data file."
                        .formatted(form.extension()));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
