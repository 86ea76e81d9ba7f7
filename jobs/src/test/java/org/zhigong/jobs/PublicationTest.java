package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publication as an office does it: somebody signs, final figures change with a note only, deadlines are watched. */
class PublicationTest {

    private static final LocalDate IN_MARCH = LocalDate.of(2025, 3, 20);
    private static final LocalDate IN_DECEMBER = LocalDate.of(2025, 12, 31);

    @TempDir
    private Path folder;

    @Test
    void aReleaseIsSignedOffByNameAndItsNotesSayWhatChanged() throws IOException {
        Workplace place = new Workplace(folder).deliver(Workplace.city(), IN_MARCH);
        publication(place, "sign_off_by: [Director A], final_after_months: 0, deadline_day: 20");

        JsonNode february = place.run("2025-02").ending(0).last();

        String release = february.path("release").asText();
        assertThat(february.path("outcome").asText()).isEqualTo("awaiting_sign_off");
        JsonNode status = place.zhigong("status", "--json").ending(0).json();
        assertThat(status.path("release").isNull()).isTrue();
        assertThat(status.path("awaiting").path(0).path("release").asText()).isEqualTo(release);
        assertThat(status.path("warnings").path(0).asText())
                .isEqualTo("2025-11 应于 2025-12-20 前发布，现有发布截止 （尚无） / 2025-11 was due on 2025-12-20; the current release"
                        + " closes nothing yet. 'zhigong run --month 2025-11' makes it");
        assertThat(place.zhigong("releases").ending(0).out()).contains("awaiting_sign_off");
        assertThat(place.zhigong("sign-off", release, "--by", "Clerk B")
                        .ending(2)
                        .err())
                .contains("'Clerk B' may not sign release " + release + " off: expected one of [Director A]");

        place.zhigong("sign-off", release, "--by", "Director A").ending(0);

        assertThat(place.current()).isEqualTo(release);
        assertThat(place.zhigong(
                                "query",
                                "select finality, count(*) > 0 as some from marts.figures group by finality",
                                "--format",
                                "csv")
                        .ending(0)
                        .out()
                        .strip())
                .isEqualTo("finality,some\nfinal,true");

        // What arrives later changes February, which is final: without a note it cannot be signed off.
        place.deliver(Workplace.city(), IN_DECEMBER);
        publication(place, "sign_off_by: [Director A], final_after_months: 0, deadline_day: 20");
        JsonNode revised = place.run("2025-02").ending(0).last();
        String second = revised.path("release").asText();
        assertThat(place.zhigong("sign-off", second, "--by", "Director A")
                        .ending(2)
                        .err())
                .contains("without a note: it changes ");
        place.zhigong("sign-off", second, "--by", "Director A", "--note", "Late receipts")
                .ending(0);

        assertThat(place.current()).isEqualTo(second);
        assertThat(Files.readString(place.home.resolve("current/notes.md")))
                .contains("- 比较对象 Compared with: " + release)
                .contains("| fund_collection_rate | 工会经费收缴率 Union funds collected | 数值修订 revised |")
                .contains("| receipts | ");
    }

    @Test
    void aNoteGivenWithTheRunIsEnoughWhereNobodyHasToSign() throws IOException {
        Workplace place = new Workplace(folder).deliver(Workplace.city(), IN_MARCH);
        publication(place, "final_after_months: 0");
        place.run("2025-02").ending(0);
        place.deliver(Workplace.city(), IN_DECEMBER);
        publication(place, "final_after_months: 0");

        JsonNode last = place.zhigong("run", "--inbox", place.inbox, "--month", "2025-02", "--note", "Late receipts")
                .ending(0)
                .last();

        assertThat(last.path("outcome").asText()).isEqualTo("published");
        assertThat(Files.readString(place.home.resolve("current/notes.md")))
                .contains("- 修订说明 Revision note: Late receipts");
    }

    @Test
    void whatIsSaidOfPublicationAndCannotBeMeantStaysOutOfTheHome() throws IOException {
        Workplace place = new Workplace(folder).deliver(Workplace.city(), IN_MARCH);
        publication(place, "deadline: 20");

        assertThat(place.run("2025-02").ending(2).err())
                .contains("parameters.yaml: publication: unknown key 'deadline': expected one of"
                        + " [sign_off_by, final_after_months, deadline_day]");
        assertThat(place.home.resolve("parameters.yaml")).doesNotExist();
    }

    /** Adds to the parameters that came with the city. */
    private static void publication(Workplace place, String rules) throws IOException {
        Path parameters = place.inbox.resolve("parameters.yaml");
        String text = Files.readString(parameters);
        if (!text.contains("publication:")) {
            Files.writeString(parameters, text + "publication: {" + rules + "}\n");
        }
    }
}
