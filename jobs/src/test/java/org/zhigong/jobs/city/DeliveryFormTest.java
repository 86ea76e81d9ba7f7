package org.zhigong.jobs.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhigong.ingest.Arrival;
import org.zhigong.ingest.FileReport;
import org.zhigong.ingest.Ingest;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.jobs.city.CitySettings.Defects;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.DeliveryForm;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.plant.FilePlan;
import org.zhigong.jobs.city.plant.Treatment;
import org.zhigong.jobs.city.write.FileWriting;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Hashes;

/** A delivery says the same in whatever form it is sent. */
class DeliveryFormTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    @TempDir
    private Path folder;

    private static final City CITY =
            new City(new CitySettings(0.001, 7, JANUARY, JANUARY, Defects.NONE), CityTest.CONTENT);
    private static Contracts contracts;

    @BeforeAll
    static void readContracts() {
        contracts = Contracts.read(CityTest.CONTENT.resolve("ingest/feeds"), CityTest.CONTENT.resolve("ingest/codes"));
    }

    @ParameterizedTest
    @EnumSource(DeliveryForm.class)
    void everyFormIsReadToTheSameRows(DeliveryForm form) {
        FileReport text = checked(DeliveryForm.TEXT);

        FileReport report = checked(form);

        assertThat(report.verdict()).as(report.messages().toString()).isEqualTo(text.verdict());
        assertThat(report.accepted()).isEqualTo(text.accepted()).isPositive();
        assertThat(report.quarantined()).isZero();
    }

    @Test
    void aWorkbookTellsWhatItsFormBringsAlong() {
        assertThat(checked(DeliveryForm.WORKBOOK).reasons())
                .isEqualTo(Map.of(
                        "CODE_ALIAS",
                        41L,
                        "TITLE_ROWS",
                        2L,
                        "HEADER_2LEVEL",
                        1L,
                        "MULTI_SHEET",
                        2L,
                        "TOTALS_ROW",
                        1L,
                        "FOOTER",
                        1L));
    }

    @Test
    void aPageTellsWhatItsFormBringsAlong() {
        assertThat(checked(DeliveryForm.PAGE).reasons())
                .isEqualTo(Map.of("CODE_ALIAS", 41L, "EXT_MISMATCH", 1L, "ENC_GB18030", 1L, "TITLE_ROWS", 1L));
    }

    @Test
    void theSameRowsGiveTheSameBytes() {
        String once = Hashes.ofFile(written(DeliveryForm.WORKBOOK, folder.resolve("once")));

        assertThat(Hashes.ofFile(written(DeliveryForm.WORKBOOK, folder.resolve("again"))))
                .isEqualTo(once);
    }

    private FileReport checked(DeliveryForm form) {
        Path file = written(form, folder.resolve(form.name()));
        try (Ingest ingest = Ingest.forChecking(contracts, new EngineSettings(2, 512, folder))) {
            return ingest.checkAll(Arrival.of(file)).get(0);
        }
    }

    private static Path written(DeliveryForm form, Path inbox) {
        String name = form.fileName("employers_110000_202501_20250205");
        Delivery delivery = new Delivery(
                Feed.EMPLOYERS, "110000", JANUARY, LocalDate.of(2025, 2, 5), name, 0, Delivery.Fate.ACCEPTED);
        FileWriting.write(inbox, new FilePlan(delivery, Treatment.PLAIN, 0, 0, false), CITY);
        return inbox.resolve("employers").resolve(DeliveryForm.onDisk(name));
    }
}
