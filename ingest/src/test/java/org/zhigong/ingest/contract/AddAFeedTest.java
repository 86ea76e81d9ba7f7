package org.zhigong.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows {@code docs/how-to/add-a-feed.md} step by step. */
class AddAFeedTest {

    private static final Path HOW_TO = Path.of("../docs/how-to/add-a-feed.md");
    private static final Pattern COPY = Pattern.compile("cp ingest/(feeds/\\S+) ingest/feeds/(\\S+)\\.yaml");
    private static final Pattern PROPERTY = Pattern.compile("(?<!org\\.)zhigong\\.[a-z][A-Za-z]+");

    @TempDir
    private Path feeds;

    @Test
    void theCopiedExampleIsAFeed() throws IOException {
        Matcher copy = COPY.matcher(Files.readString(HOW_TO));
        assertThat(copy.find()).isTrue();
        Files.copy(Path.of(copy.group(1)), feeds.resolve(copy.group(2) + ".yaml"));

        Contracts contracts = Contracts.read(feeds, Path.of("codes"));

        assertThat(contracts.feeds()).containsExactly(copy.group(2));
        assertThat(contracts.contract(copy.group(2)).keptColumns())
                .extracting(c -> c.name() + " " + c.type().sql())
                .containsExactly(
                        "union_id varchar",
                        "visited_on date",
                        "meal varchar",
                        "visits bigint",
                        "subsidy_fen bigint",
                        "subsidised_bp bigint");
    }

    @Test
    void theHowToNamesEveryKindAndEveryPropertyThatTheLoaderKnows() throws IOException {
        String howTo = Files.readString(HOW_TO);
        Set<String> known = new TreeSet<>();
        for (String reader : new String[] {"ContractReader", "ColumnReader"}) {
            String source = Files.readString(Path.of("src/main/java/org/zhigong/ingest/contract", reader + ".java"));
            known.addAll(properties(source));
        }

        assertThat(properties(howTo)).isEqualTo(known);
        assertThat(howTo)
                .contains(Stream.of(ColumnKind.values())
                        .map(kind -> "`" + kind.word() + "`")
                        .toList());
    }

    @Test
    void thePlacesThatTheHowToNamesExist() {
        assertThat(Path.of("lint-contracts")).isExecutable();
        assertThat(Path.of("feeds/example/canteen_visits.yaml")).isRegularFile();
        assertThat(Path.of("../transform/models/staging")).isDirectory();
    }

    private static Set<String> properties(String text) {
        return PROPERTY.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
