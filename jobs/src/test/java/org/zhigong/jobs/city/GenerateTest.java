package org.zhigong.jobs.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhigong.jobs.city.CitySettings.Defects;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.DeliveryForm;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.truth.FileHash;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.SetupException;

class GenerateTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    @TempDir
    private Path folder;

    @Test
    void aCleanFileHasALinePerAcceptedRow() throws IOException {
        City city = generate(folder.resolve("city"), 0.001, 2, Defects.NONE);

        for (Delivery delivery : city.deliveries(JANUARY)) {
            long heads = delivery.feed() == Feed.RECEIPTS ? 0 : 1;
            assertThat(text(delivery).lines().count())
                    .as(delivery.fileName())
                    .isEqualTo(heads + CityTest.rows(city, delivery).size());
        }
        assertThat(Files.readString(folder.resolve("city/defects/2025-01.jsonl")))
                .isEmpty();
        assertThat(Files.readString(folder.resolve("city/inbox/parameters.yaml")))
                .contains("synthetic: true\n", "concentrated_street_small_enterprises: 3\n");
    }

    @Test
    void aPlantedFileHasALineForWhatIsAcceptedLostAndDropped() {
        City city = generate(folder.resolve("city"), 0.001, 2, Defects.SOME);
        List<Map<String, Object>> planted = planted();

        for (Delivery delivery : city.deliveries(JANUARY)) {
            boolean isText = DeliveryForm.ofName(delivery.fileName()) == DeliveryForm.TEXT;
            if (isText && delivery.fate() == Delivery.Fate.ACCEPTED && delivery.feed() != Feed.RECEIPTS) {
                long lost = planted.stream()
                        .filter(defect -> delivery.fileName().equals(defect.get("file")) && defect.containsKey("line"))
                        .filter(defect -> List.of("quarantined", "dropped").contains(defect.get("outcome")))
                        .count();
                long titles = planted.stream()
                                .anyMatch(defect -> delivery.fileName().equals(defect.get("file"))
                                        && "TITLE_ROWS".equals(defect.get("code")))
                        ? 3
                        : 0;
                assertThat(text(delivery).lines().count())
                        .as(delivery.fileName())
                        .isEqualTo(titles
                                + 1
                                + lost
                                + CityTest.rows(city, delivery).size());
            }
        }
    }

    @Test
    void manyKindsOfDefectsArePlantedAndNoneSaysWhoIsConcerned() throws IOException {
        generate(folder.resolve("city"), 0.001, 3, Defects.SOME);

        TreeSet<String> codes = new TreeSet<>();
        TreeSet<String> outcomes = new TreeSet<>();
        for (Map<String, Object> defect : planted()) {
            assertThat(defect.keySet()).isSubsetOf("feed", "file", "line", "code", "outcome", "column");
            codes.add(String.valueOf(defect.get("code")));
            outcomes.add(String.valueOf(defect.get("outcome")));
        }

        assertThat(codes).hasSizeGreaterThan(60);
        assertThat(outcomes)
                .containsExactly(
                        "accepted_normalised",
                        "dropped",
                        "duplicate",
                        "flagged",
                        "quarantined",
                        "rejected",
                        "set_aside");
        try (Stream<Path> lists = Files.list(folder.resolve("city/defects"))) {
            assertThat(lists)
                    .allSatisfy(list ->
                            assertThat(Files.readString(list)).doesNotContainPattern("11999\\d(19|20)\\d{9}[\\dX]"));
        }
    }

    @Test
    void aPlantedLineIsWhereTheListSaysItIs() {
        generate(folder.resolve("city"), 0.001, 1, Defects.SOME);

        for (Map<String, Object> defect : planted()) {
            boolean isText = DeliveryForm.ofName(String.valueOf(defect.get("file"))) == DeliveryForm.TEXT;
            if (isText && "ID_PRECISION_LOST".equals(defect.get("code"))) {
                List<String> lines = text(String.valueOf(defect.get("feed")), String.valueOf(defect.get("file")))
                        .lines()
                        .toList();
                int line = (Integer) java.util.Objects.requireNonNull(defect.get("line"));

                assertThat(lines.get(line - 1)).contains("1.19991E+17");
            }
        }
    }

    @Test
    void aFileThatComesAgainHasTheSameBytes() {
        City city = generate(folder.resolve("city"), 0.001, 3, Defects.SOME);
        List<Delivery> all = DeliveryCalendar.of(city).all();

        List<Delivery> duplicates = all.stream()
                .filter(delivery -> delivery.fate() == Delivery.Fate.DUPLICATE)
                .toList();

        FileHash hash = FileHash.below(folder.resolve("city/inbox"));
        assertThat(duplicates).isNotEmpty();
        for (Delivery again : duplicates) {
            Delivery first = all.stream()
                    .filter(delivery -> delivery.feed() == again.feed()
                            && delivery.deliverer().equals(again.deliverer())
                            && delivery.period().equals(again.period())
                            && delivery.attempt() == 0)
                    .findFirst()
                    .orElseThrow();
            assertThat(hash.of(again)).isEqualTo(hash.of(first));
        }
    }

    @Test
    void theFilesAreTheSameWithAnyNumberOfThreads() throws IOException {
        CitySettings settings = new CitySettings(0.001, 7, JANUARY, JANUARY.plusMonths(1), Defects.SOME);
        Generate.files(settings, CityTest.CONTENT, folder.resolve("one"), 1);
        Generate.files(settings, CityTest.CONTENT, folder.resolve("three"), 3);

        try (Stream<Path> files = Files.walk(folder.resolve("one"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(60)
                    .allSatisfy(file -> {
                        Path other = folder.resolve("three")
                                .resolve(folder.resolve("one").relativize(file).toString());
                        assertThat(Files.mismatch(file, other))
                                .as(file.toString())
                                .isEqualTo(-1);
                    });
        }
    }

    @Test
    void receiptsComeWithAControlFileThatAddsUp() throws IOException {
        City city = generate(folder.resolve("city"), 0.001, 1, Defects.NONE);
        Delivery receipts = city.deliveries(JANUARY).stream()
                .filter(delivery -> delivery.feed() == Feed.RECEIPTS)
                .findFirst()
                .orElseThrow();

        List<String> lines = text(receipts).lines().toList();
        long fen = lines.stream()
                .mapToLong(line -> Long.parseLong(line.split("\\|", -1)[8].replace(".", "")))
                .sum();
        Path control = file(receipts).resolveSibling(receipts.fileName().replace(".txt", ".ctl"));

        assertThat(lines).allMatch(line -> line.endsWith("|"));
        assertThat(Files.readString(control)).isEqualTo("%d|%d.%02d%n".formatted(lines.size(), fen / 100, fen % 100));
    }

    @Test
    void doesNotWriteOverAnything() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> generate(folder, 0.001, 1, Defects.NONE))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "Cannot generate into %s: expected an empty or a new folder, found files; name another or empty it"
                                .formatted(folder));
    }

    private City generate(Path to, double scale, int months, Defects defects) {
        CitySettings settings = new CitySettings(scale, 7, JANUARY, JANUARY.plusMonths(months - 1L), defects);
        return Generate.files(settings, CityTest.CONTENT, to, 2);
    }

    private List<Map<String, Object>> planted() {
        List<Map<String, Object>> planted = new ArrayList<>();
        try (Stream<Path> lists = Files.list(folder.resolve("city/defects"))) {
            for (Path list : lists.sorted().toList()) {
                Files.readAllLines(list).forEach(line -> planted.add(Json.parse(line, new TypeReference<>() {})));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return planted;
    }

    private Path file(Delivery delivery) {
        return folder.resolve("city/inbox")
                .resolve(DeliveryCalendar.files(delivery).get(0));
    }

    private String text(Delivery delivery) {
        return text(delivery.feed().id(), delivery.fileName());
    }

    private String text(String feed, String name) {
        try {
            byte[] bytes = Files.readAllBytes(
                    folder.resolve("city/inbox").resolve(feed).resolve(name));
            boolean isWide = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
            return new String(bytes, isWide ? StandardCharsets.UTF_16LE : Charset.forName("GB18030"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
