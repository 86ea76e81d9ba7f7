package org.zhigong.ingest.contract;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a file of a feed may look like.
 *
 * @param patterns what its name must match whole; named groups {@code deliverer}, {@code period} (yyyymm or yyyy) and
 *     {@code received} (yyyymmdd) state facts about the delivery
 * @param deliverer who delivers when neither sidecar nor name says so; empty: one of them must
 * @param encodings in order of trial
 * @param delimiters accepted ones; the first is the usual one
 * @param headerless name patterns of files without a header, whose columns stand in contract order
 * @param controlFile the control file, checked when the file's name is one of {@code headerless} or the file is there
 * @param maxTitleRows how many rows may precede the header
 * @param totalsWords first words of rows that only add up others
 * @param footerWords first words of rows that are not data
 * @param sheets patterns of the names of sheets that are read; none: every sheet with a header of the feed
 * @param hasHiddenSheets whether hidden sheets are read too
 */
public record FileRules(
        List<Pattern> patterns,
        Optional<String> deliverer,
        List<Charset> encodings,
        List<Character> delimiters,
        List<Pattern> headerless,
        Optional<ControlFile> controlFile,
        int maxTitleRows,
        List<String> totalsWords,
        List<String> footerWords,
        List<Pattern> sheets,
        boolean hasHiddenSheets) {

    private static final List<String> EXTENSIONS = List.of(".csv", ".txt", ".xlsx", ".xls", ".json", ".jsonl");

    public FileRules {
        patterns = List.copyOf(patterns);
        encodings = List.copyOf(encodings);
        delimiters = List.copyOf(delimiters);
        headerless = List.copyOf(headerless);
        totalsWords = List.copyOf(totalsWords);
        footerWords = List.copyOf(footerWords);
        sheets = List.copyOf(sheets);
    }

    /** A name that says all there is to say about a delivery, to be shown where another one does not. */
    public String exampleName() {
        return patterns.stream()
                .map(Pattern::pattern)
                .filter(pattern -> pattern.contains("(?<deliverer>"))
                .findFirst()
                .orElse(patterns.get(0).pattern())
                .replaceAll("\\(\\?<deliverer>[^)]*\\)", deliverer.orElse("110105"))
                .replaceAll("\\(\\?<period>[^)]*\\)", "202503")
                .replaceAll("\\(\\?<received>[^)]*\\)", "20250408")
                .replaceAll("\\((\\w+)(\\|\\w+)*\\)\\??", "$1")
                .replace("\\", "");
    }

    /**
     * What the first pattern that {@code name} matches found in it. What follows the last dot tells nothing about a
     * file: a name is tried with the usual extensions too.
     */
    public Optional<Matcher> match(String name) {
        String base = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return Stream.concat(Stream.of(name), EXTENSIONS.stream().map(base::concat))
                .flatMap(tried -> patterns.stream().map(pattern -> pattern.matcher(tried)))
                .filter(Matcher::matches)
                .findFirst();
    }

    /** Whether a sheet of this name is one of those that are read. */
    public boolean isSheet(String name) {
        return sheets.isEmpty()
                || sheets.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** Whether a file of this name has no header row. */
    public boolean isHeaderless(String fileName) {
        return headerless.stream().anyMatch(p -> p.matcher(fileName).matches());
    }
}
