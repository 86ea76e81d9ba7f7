package org.zhigong.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.warehouse.YamlNode;

/**
 * Holds {@code defects.csv}, which names a case for each of the 86 defects of the catalogue, against the cases: a file
 * of the conformance suite, an example of a model for what only the build can see, or a test.
 */
class DefectsTest {

    private static final int DEFECTS = 86;

    private static final Path LIST = Path.of("src/test/resources/defects.csv");
    private static final Path CONFORMANCE = Path.of("src/test/resources/conformance");
    private static final Path PROJECT = Path.of("..");

    /** Codes that the list uses and that are no finding about a row or a file: a verdict, a word for a hold. */
    private static final Set<String> NO_FINDINGS = Set.of("DUPLICATE_FILE");

    /** Codes that cases of several defects end with. */
    private static final Set<String> SHARED = Set.of("MISSING_REQUIRED", "SUPERSEDED_KEY");

    /**
     * A line of the list.
     *
     * @param outcome N accepted as normal, W accepted with a flag, Q quarantined or set aside, R rejected or held
     * @param place a conformance case, an example of a model, or a test
     */
    record Line(int defect, String code, String outcome, String place) {

        static Line of(String text) {
            String[] cells = text.split(",", 4);
            return new Line(Integer.parseInt(cells[0]), cells[1], cells[2], cells[3].replace("\"", ""));
        }

        Optional<String> after(String kind) {
            return place.startsWith(kind + " ") ? Optional.of(place.substring(kind.length() + 1)) : Optional.empty();
        }
    }

    static Stream<Line> lines() {
        return read(LIST).lines().skip(1).map(Line::of);
    }

    @Test
    void everyDefectOfTheCatalogueHasACase() {
        Set<Integer> missing = IntStream.rangeClosed(1, DEFECTS).boxed().collect(Collectors.toCollection(TreeSet::new));
        lines().forEach(line -> missing.remove(line.defect()));

        assertThat(missing).as("defects without a case").isEmpty();
    }

    @Test
    void theListNamesTheDefectsOfItsCodesAsTheFindingsDo() {
        Map<String, String> numbers = new TreeMap<>();
        CodeLists.read(Path.of("codes"))
                .list("findings")
                .table()
                .rows()
                .forEach(row ->
                        numbers.put(String.valueOf(row.get("code")), String.valueOf(row.getOrDefault("defect", ""))));

        assertThat(lines())
                .filteredOn(line -> !NO_FINDINGS.contains(line.code()))
                .allSatisfy(line -> assertThat(numbers).containsKey(line.code()));
        assertThat(lines())
                .filteredOn(line -> !NO_FINDINGS.contains(line.code()) && !SHARED.contains(line.code()))
                .allSatisfy(line -> assertThat(numbers).containsEntry(line.code(), String.valueOf(line.defect())));
    }

    @Test
    void everyConformanceCaseIsOfADefectOrOfACodeOfItsOwn() {
        Set<String> codes = new TreeSet<>();
        CodeLists.read(Path.of("codes"))
                .list("findings")
                .table()
                .rows()
                .forEach(row -> codes.add(String.valueOf(row.get("code"))));
        codes.addAll(NO_FINDINGS);

        assertThat(ConformanceCase.all(CONFORMANCE))
                .extracting(
                        example -> example.name().substring(0, example.name().indexOf('-')))
                .isSubsetOf(codes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void theCaseHasTheOutcomeOfTheCatalogue(Line line) {
        Optional<String> conformance = line.after("conformance");
        Optional<String> model = line.after("model");
        if (conformance.isPresent()) {
            assertThat(example(conformance.get())).as(line.toString()).matches(ends(line));
        } else if (model.isPresent()) {
            assertThat(issues(model.get())).as(line.toString()).contains(line.code() + " " + effect(line.outcome()));
        } else {
            assertTestExists(line, line.after("test").orElseThrow());
        }
    }

    private static YamlNode example(String name) {
        return new ConformanceCase(name, YamlNode.read(CONFORMANCE.resolve(name + ".yaml"))).expect();
    }

    private static Predicate<YamlNode> ends(Line line) {
        return expect -> {
            String verdict = expect.require("verdict").text();
            long found = expect.find("reasons")
                    .flatMap(reasons -> reasons.find(line.code()))
                    .map(YamlNode::integer)
                    .orElse(0L);
            return switch (line.outcome()) {
                case "N", "W" -> verdict.equals("accepted") && (found > 0 || isDuplicate(line, expect));
                case "Q" ->
                    verdict.equals("accepted")
                            && found > 0
                            && expect.require("quarantined").integer() > 0;
                case "R" -> verdict.equals("rejected") && found > 0;
                default -> false;
            };
        };
    }

    private static boolean isDuplicate(Line line, YamlNode expect) {
        return line.code().equals("DUPLICATE_FILE")
                && expect.find("again").map(YamlNode::text).orElse("").equals("duplicate");
    }

    /**
     * The issues that an example of a model expects, as code and effect; {@code place} is {@code layer.model: name}.
     */
    private static List<String> issues(String place) {
        String model = place.substring(0, place.indexOf(':'));
        String name = place.substring(place.indexOf(':') + 1).strip();
        Path file = PROJECT.resolve("transform/models").resolve(model.replace('.', '/') + ".yaml");
        YamlNode found = YamlNode.read(file).require("examples").items().stream()
                .filter(example -> example.require("name").text().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s has no example called '%s'".formatted(file, name)));
        return found.require("expect").items().stream()
                .map(row -> "%s %s"
                        .formatted(
                                row.require("issue_code").text(),
                                row.find("effect").map(YamlNode::text).orElse("flag")))
                .toList();
    }

    private static String effect(String outcome) {
        return outcome.equals("Q") ? "set_aside" : "flag";
    }

    /** {@code place} is {@code module package.Class#method}. */
    private static void assertTestExists(Line line, String place) {
        String module = place.substring(0, place.indexOf(' '));
        String type = place.substring(place.indexOf(' ') + 1, place.indexOf('#'));
        Path file = PROJECT.resolve(module).resolve("src/test/java").resolve(type.replace('.', '/') + ".java");
        assertThat(read(file)).as(line.toString()).contains("void " + place.substring(place.indexOf('#') + 1) + "(");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
