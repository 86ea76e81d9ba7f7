package org.zhigong.ingest;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.SetupException;

/** The day on which a repair workbook was delivered: as told, else as its name says; never the clock's. */
final class DeclaredDay {

    private static final Pattern IN_NAME = Pattern.compile(".*_([0-9]{8})\\.xlsx", Pattern.CASE_INSENSITIVE);

    private DeclaredDay() {}

    /** @throws DataException if that was before a file that it corrects */
    static LocalDate of(Path file, Repairs.Order order, Collection<Batch> origins) {
        LocalDate day = order.receivedOn()
                .or(() -> named(file))
                .orElseThrow(() -> new SetupException(
                        "Nobody says when %s was delivered: give --received YYYY-MM-DD, or name it like repair_110105_20260301.xlsx"
                                .formatted(file.getFileName())));
        for (Batch origin : origins) {
            if (day.isBefore(origin.receivedOn())) {
                throw new DataException(
                        ("更正表的报送日期 %1$s 早于所更正的文件 %2$s（%3$s）。请核对 --received。 / The workbook cannot have been"
                                        + " delivered on %1$s, before the file %2$s that it corrects (%3$s). Check --received")
                                .formatted(day, origin.file(), origin.receivedOn()));
            }
        }
        return day;
    }

    private static Optional<LocalDate> named(Path file) {
        Matcher matcher = IN_NAME.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(matcher.group(1), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
