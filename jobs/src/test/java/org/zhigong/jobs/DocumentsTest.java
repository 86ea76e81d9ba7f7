package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents stay true: what they point to exists. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
    private static final Pattern FILE = Pattern.compile(
            "`((?:warehouse|ingest|transform|marts|jobs|spark|docs|bench)/[A-Za-z0-9_./-]*[A-Za-z0-9/])`");
    private static final Pattern CLASS = Pattern.compile("`org\\.zhigong\\.([a-z.]+)\\.([A-Z][A-Za-z]+)`");

    @ParameterizedTest
    @MethodSource("documents")
    void namesOnlyWhatExists(Path document) throws IOException {
        String text = Files.readString(document);

        for (Matcher link = LINK.matcher(text); link.find(); ) {
            assertThat(document.resolveSibling(link.group(1)))
                    .as("link in %s", document)
                    .exists();
        }
        for (Matcher file = FILE.matcher(text); file.find(); ) {
            assertThat(ROOT.resolve(file.group(1))).as("path in %s", document).exists();
        }
        for (Matcher name = CLASS.matcher(text); name.find(); ) {
            String module = name.group(1).split("\\.", -1)[0];
            String path = module + "/src/main/java/org/zhigong/" + name.group(1).replace('.', '/') + "/" + name.group(2)
                    + ".java";
            assertThat(ROOT.resolve(path)).as("class in %s", document).exists();
        }
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
