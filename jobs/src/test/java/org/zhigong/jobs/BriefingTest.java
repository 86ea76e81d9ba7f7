package org.zhigong.jobs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhigong.jobs.briefing.Briefing;
import org.zhigong.jobs.briefing.Language;
import org.zhigong.marts.release.CurrentRelease;
import org.zhigong.marts.release.ReleaseTitle;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.duckdb.DuckDb;

/** The briefing of a release: each of its numbers is the mart's, on its pages, in a browser and in a PDF file. */
class BriefingTest {

    private static final Path FONT = Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Pattern NUMBER = Pattern.compile("([+−±]?)([0-9][0-9,]*(?:\\.[0-9]+)?)(.*)");

    @TempDir
    private static Path shared;

    private static Workplace place;
    private static Path file;
    private static Engine mart;
    private static Document page;
    private static final Map<String, Map<String, Object>> FIGURES = new HashMap<>();

    @BeforeAll
    static void closeAMonth() throws IOException {
        place = Workplace.closed();
        file = place.home.resolve("current").resolve(Briefing.FILE);
        // A copy, since a process opens a file in one way only.
        Workplace.copy(place.home.resolve("current/zhigong.duckdb"), shared.resolve("mart.duckdb"));
        mart = DuckDb.readOnly(shared.resolve("mart.duckdb"), new EngineSettings(2, 1024, shared.resolve("scratch")));
        page = Jsoup.parse(Files.readString(file));
        for (Map<String, Object> figure :
                mart.query("select * from marts.figures where place_scheme = 'geo' and category = 'all'"
                        + " and place_level in ('city', 'district')")) {
            FIGURES.put(
                    "%s %s %s %s %s"
                            .formatted(
                                    figure.get("indicator"),
                                    figure.get("period"),
                                    figure.get("place"),
                                    figure.get("breakdown"),
                                    figure.get("breakdown_value")),
                    figure);
        }
    }

    @AfterAll
    static void close() {
        mart.close();
    }

    @Test
    void everyNumberIsAFigureOfTheMart() {
        List<Element> shown = page.select("[data-indicator]");

        assertThat(shown).hasSizeGreaterThan(200);
        for (Element element : shown) {
            Map<String, Object> figure = figure(element, element.attr("data-period"));
            switch (element.className()) {
                case "change" -> change(element, figure);
                case "target" -> number(element, of(figure, "target"), figure);
                case "gap" -> number(element, of(figure, "target") - of(figure, "value"), figure);
                default -> value(element, figure);
            }
        }
    }

    @Test
    void isTheSameInBothLanguagesButForTheWords() {
        List<String> languages = new ArrayList<>();
        for (String language : List.of("zh", "en")) {
            StringBuilder numbers = new StringBuilder();
            page.select("section[lang=%s] [data-indicator]".formatted(language))
                    .forEach(element -> numbers.append(element.attributes()
                                    .html()
                                    .replaceAll(" (x|y|fill|text-anchor|font-size)=\"[^\"]*\"", ""))
                            .append('\n'));
            languages.add(numbers.toString());
        }
        assertThat(languages.get(0)).isEqualTo(languages.get(1)).isNotEmpty();
        assertThat(page.select("section[lang=en] h2").text()).matches("[\\x20-\\x7e]+");
    }

    @Test
    void sentencesHoldNoNumberThatIsNotMarked() {
        for (Element sentence : page.select("ul.points li, .said p")) {
            Element bare = sentence.clone();
            bare.select("data, strong").remove();
            assertThat(bare.text().replaceAll("20\\d\\d年(\\d+月)?|Q\\d 20\\d\\d|20\\d\\d|100 ?%", ""))
                    .doesNotContainPattern("[0-9]");
        }
    }

    @Test
    void ranksDistrictsFromTheHighestDownAndConfidentialOnesLast() {
        List<Element> charts = page.select("section[lang=zh] .sheet:nth-of-type(3) svg");
        assertThat(charts).isNotEmpty();
        for (Element chart : charts) {
            List<Double> values = new ArrayList<>();
            for (Element bar : chart.select("text[data-indicator]:not([data-place=110000])")) {
                String value = bar.hasAttr("value") ? bar.attr("value") : "-1";
                String lower = bar.hasAttr("data-lower") ? bar.attr("data-lower") : value;
                String upper = bar.hasAttr("data-upper") ? bar.attr("data-upper") : value;
                values.add((Double.parseDouble(lower) + Double.parseDouble(upper)) / 2);
            }
            assertThat(values).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
    }

    @Test
    void tellsOfDeliveriesWhatTheMartTells() {
        List<Element> numbers = page.select("section[lang=en] [data-feed]");
        assertThat(numbers).isNotEmpty();
        Map<String, String> sums = Map.of(
                "due", "count(*)",
                "on_time", "count(*) filter (where is_on_time)",
                "missing", "count(*) filter (where is_missing)",
                "rejected", "sum(rejected_count)",
                "accepted_rows", "sum(accepted_rows)",
                "quarantined_rows", "sum(quarantined_rows)");
        for (Element number : numbers) {
            Object told = mart.query(
                            "select cast(%s as varchar) as n from marts.deliveries where is_due and feed = '%s' and period = '2025-03'"
                                    .formatted(sums.get(number.attr("data-column")), number.attr("data-feed")))
                    .get(0)
                    .get("n");
            assertThat(number.attr("value")).as(number.outerHtml()).isEqualTo(told);
        }
    }

    @Test
    void everyPageSaysThatItsDataAreSyntheticAndNoneDoesSoOfRealData() throws IOException {
        assertThat(page.select(".sheet")).hasSizeGreaterThan(8);
        page.select(".sheet").forEach(sheet -> assertThat(sheet.text()).contains("SYNTHETIC"));

        CurrentRelease release = CurrentRelease.open(new Home(place.home));
        ReleaseTitle title = ReleaseTitle.of(release.manifest());
        String real = new Briefing(
                        mart,
                        new ReleaseTitle(title.id(), title.closing(), title.knownAt(), false, title.protection()),
                        new Content(Workplace.PROJECT).briefing())
                .html(Language.ZH);
        assertThat(real).doesNotContain("SYNTHETIC", "合成");
    }

    @Test
    void loadsNothingAndRunsNothing() throws IOException {
        assertThat(Files.readString(file)
                        .replace("http://www.w3.org/2000/svg", "")
                        .replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http:", "https:", "<script", "url(", "@import", "src=");
    }

    @Test
    void isTheSameByteForByteWheneverItIsWritten() throws IOException {
        Path again = shared.resolve("again.html");

        place.zhigong("briefing", "--to", again).ending(0);

        assertThat(again).hasSameBinaryContentAs(file);
        assertThat(place.hashes(place.current())).containsEntry(Briefing.FILE, Hashes.ofFile(file));
        assertThat(Path.of(
                        place.zhigong("briefing").ending(0).last().path("file").asText()))
                .hasSameBinaryContentAs(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isAPdfWithTheSameNumbersOnEveryPageOfWhichItSaysThatDataAreSynthetic(String language) throws IOException {
        assumeThat(FONT).as("no Chinese font is installed: expected " + FONT).exists();
        Path pdf = shared.resolve(language + ".pdf");
        Path again = shared.resolve(language + "-again.pdf");

        place.zhigong("briefing", "--to", pdf, "--language", language, "--font", FONT)
                .ending(0);
        place.zhigong("briefing", "--to", again, "--language", language, "--font", FONT)
                .ending(0);

        assertThat(again).hasSameBinaryContentAs(pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = everyPage(document);
            page.select("section[lang=%s] data[data-indicator]".formatted(language))
                    .forEach(number -> assertThat(text).contains(number.text().replaceAll("\\s", "")));
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                drawn(renderer.renderImageWithDPI(i, 50));
            }
            for (PDPage each : document.getPages()) {
                each.getResources()
                        .getFontNames()
                        .forEach(name -> assertThat(embedded(each, name))
                                .as(name.getName())
                                .isTrue());
            }
        }
    }

    @Test
    void looksTheSameInABrowser() throws IOException, InterruptedException {
        assumeThat(CHROMIUM)
                .as("Chromium is not installed: expected " + CHROMIUM)
                .exists();
        Path pdf = shared.resolve("browser.pdf");
        Process process = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--user-data-dir=" + shared.resolve("chromium"),
                        "--no-pdf-header-footer",
                        "--print-to-pdf=" + pdf,
                        file.toRealPath().toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(shared.resolve("chromium.log").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(pdf).as(Files.readString(shared.resolve("chromium.log"))).exists();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = everyPage(document);
            page.select("section[lang=zh] data[data-indicator]")
                    .forEach(number -> assertThat(text).contains(number.text().replaceAll("\\s", "")));
            assertThat(text).doesNotContain("Headlinefigures");
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                drawn(renderer.renderImageWithDPI(i, 50));
            }
        }
    }

    @Test
    void isGivenOutAsTheHowToPageSays() throws IOException {
        assumeThat(FONT).as("no Chinese font is installed: expected " + FONT).exists();
        place.follow(Workplace.PROJECT.resolve("docs/how-to/brief-leadership.md"), shared.resolve("howto"));

        assertThat(shared.resolve("howto/BRIEFING.pdf")).isNotEmptyFile();
        assertThat(Files.readString(shared.resolve("howto/BRIEFING.html"))).contains("id=\"en\" checked");
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        Path pdf = shared.resolve("b.pdf");

        assertThat(place.zhigong("briefing", "--language", "fr").ending(2).err())
                .isEqualTo("zhigong: Unknown language 'fr': expected one of [zh, en]; did you mean en or zh?%n"
                        .formatted());
        assertThat(place.zhigong("briefing", "--to", shared.resolve("b.doc"))
                        .ending(2)
                        .err())
                .isEqualTo("zhigong: Invalid --to %s: expected a name that ends in .html or .pdf%n"
                        .formatted(shared.resolve("b.doc")));
        assertThat(place.zhigong("briefing", "--to", pdf, "--font", shared.resolve("none.ttf"))
                        .ending(2)
                        .err())
                .isEqualTo("zhigong: Missing font %s: --font has to name a file, .ttf or .ttc%n"
                        .formatted(shared.resolve("none.ttf")));
        assertThat(place.zhigong("briefing", "--to", pdf, "--font", file)
                        .ending(2)
                        .err())
                .startsWith("zhigong: Cannot use the font %s: expected TrueType outlines with Chinese characters"
                        .formatted(file));
        assertThat(place.zhigong("briefing", "--release", "2024-01-000000000000")
                        .ending(2)
                        .err())
                .startsWith("zhigong: There is no release '2024-01-000000000000' in " + place.home);
        assertThat(pdf).doesNotExist();
        assertThat(shared.resolve("b.pdf.new")).doesNotExist();
    }

    private static Map<String, Object> figure(Element element, String period) {
        String key = "%s %s %s %s %s"
                .formatted(
                        element.attr("data-indicator"),
                        period,
                        element.attr("data-place"),
                        element.attr("data-breakdown"),
                        element.attr("data-group"));
        return requireNonNull(FIGURES.get(key), key);
    }

    private static double of(Map<String, Object> figure, String column) {
        return Double.parseDouble(String.valueOf(figure.get(column)));
    }

    private static void change(Element element, Map<String, Object> figure) {
        Map<String, Object> since = figure(element, element.attr("data-since"));
        number(element, of(figure, "value") - of(since, "value"), figure);
    }

    private static void value(Element element, Map<String, Object> figure) {
        if ("confidential".equals(figure.get("protection"))) {
            assertThat(element.attr("data-protection")).isEqualTo("confidential");
            assertThat(element.text()).isIn("保密", "confidential", "C");
            assertThat(element.hasAttr("value")).isFalse();
        } else if (figure.get("value") instanceof Double value) {
            number(element, value, figure);
        } else if (figure.get("lower") instanceof Double lower) {
            assertThat(Double.parseDouble(element.attr("data-lower"))).isEqualTo(lower);
            assertThat(Double.parseDouble(element.attr("data-upper"))).isEqualTo(figure.get("upper"));
            assertThat(element.hasAttr("value")).isFalse();
            assertThat(element.text()).contains("–");
        } else {
            assertThat(element.text()).isEqualTo("—");
            assertThat(element.hasAttr("value")).isFalse();
        }
    }

    /** What a program reads is {@code expected}, and what a person reads is that rounded. */
    private static void number(Element element, double expected, Map<String, Object> figure) {
        assertThat(Double.parseDouble(element.attr("value")))
                .as(element.outerHtml())
                .isEqualTo(expected);
        Matcher text = NUMBER.matcher(element.text().replaceAll("^(全市|city) ", ""));
        if (!text.matches()) {
            assertThat(element.text()).isIn("持平", "unchanged");
            return;
        }
        String digits = text.group(2).replace(",", "");
        int decimals = digits.contains(".") ? digits.length() - digits.indexOf('.') - 1 : 0;
        double read = Double.parseDouble(digits) * (text.group(1).equals("−") ? -1 : 1);
        double scale = scale(String.valueOf(figure.get("unit")), text.group(3).strip());
        double shown = text.group(1).isEmpty() && !element.className().equals("figure") ? Math.abs(expected) : expected;
        assertThat(read).as(element.outerHtml()).isCloseTo(shown * scale, within(0.5000001 * Math.pow(10, -decimals)));
    }

    private static double scale(String unit, String suffix) {
        if (unit.equals("rate")) {
            return 100;
        }
        if (!unit.equals("fen")) {
            return 1;
        }
        return suffix.equals("万元") ? 1e-6 : suffix.equals("million yuan") ? 1e-8 : 1e-2;
    }

    private static String everyPage(PDDocument document) throws IOException {
        StringBuilder all = new StringBuilder();
        PDFTextStripper stripper = new PDFTextStripper();
        assertThat(document.getNumberOfPages()).isBetween(5, 8);
        for (int i = 1; i <= document.getNumberOfPages(); i++) {
            stripper.setStartPage(i);
            stripper.setEndPage(i);
            String text = stripper.getText(document);
            assertThat(text).as("page %d", i).contains("SYNTHETIC");
            all.append(text);
        }
        return all.toString().replaceAll("\\s", "");
    }

    /** Something stands on the page, and nothing runs over its edges. */
    private static void drawn(BufferedImage image) {
        int ink = 0;
        int outside = 0;
        int margin = image.getWidth() / 30;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if ((image.getRGB(x, y) & 0xff) < 200) {
                    ink++;
                    outside += x < margin || x >= image.getWidth() - margin ? 1 : 0;
                }
            }
        }
        assertThat(ink / (double) (image.getWidth() * image.getHeight())).isBetween(0.005, 0.4);
        assertThat(outside).isZero();
    }

    private static boolean embedded(PDPage page, org.apache.pdfbox.cos.COSName name) {
        try {
            return page.getResources().getFont(name).isEmbedded();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
