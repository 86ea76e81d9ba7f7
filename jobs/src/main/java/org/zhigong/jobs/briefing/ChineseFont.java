package org.zhigong.jobs.briefing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.zhigong.warehouse.SetupException;

/** A TrueType font with Chinese characters on this machine; PDF files carry the part of it that they use. */
public record ChineseFont(Path file) {

    /** What pages call it. */
    static final String FAMILY = "Zhigong Sans";

    // Fonts with TrueType outlines, which PDF files can carry in part; Debian's packages, macOS, Windows.
    private static final List<String> KNOWN = List.of(
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
            "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
            "/System/Library/Fonts/STHeiti Light.ttc",
            "/Library/Fonts/Arial Unicode.ttf",
            "C:\\Windows\\Fonts\\msyh.ttc",
            "C:\\Windows\\Fonts\\simhei.ttf");

    /**
     * The font {@code named}, else the first known one that is there.
     *
     * @throws SetupException if there is none, saying how to get one
     */
    public static ChineseFont find(Optional<Path> named) {
        if (named.isPresent()) {
            if (!Files.isRegularFile(named.get())) {
                throw new SetupException(
                        "Missing font %s: --font has to name a file, .ttf or .ttc".formatted(named.get()));
            }
            return new ChineseFont(named.get());
        }
        return KNOWN.stream()
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(ChineseFont::new)
                .orElseThrow(() -> new SetupException(
                        "Cannot write the briefing as PDF: no Chinese font was found among %s. Install one (on Debian: apt-get install fonts-wqy-microhei), or name one with --font FILE.ttf; as a web page (--to FILE.html) it needs none"
                                .formatted(KNOWN)));
    }

    /** The font within {@code document}, of which only what is used is kept. */
    PDType0Font load(PDDocument document) throws IOException {
        try {
            return PDType0Font.load(document, outlines(), true);
        } catch (IOException | IllegalArgumentException e) {
            throw new SetupException(
                    "Cannot use the font %s: expected TrueType outlines with Chinese characters (.ttf or .ttc): %s"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private TrueTypeFont outlines() throws IOException {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
            return new TTFParser().parse(new RandomAccessReadBufferedFile(file));
        }
        // Closing the collection would close its fonts, and the document reads them until it is written.
        TrueTypeCollection collection = new TrueTypeCollection(file.toFile());
        TrueTypeFont[] first = new TrueTypeFont[1];
        collection.processAllFonts(font -> first[0] = first[0] == null ? font : first[0]);
        @Nullable TrueTypeFont found = first[0];
        if (found == null) {
            throw new IOException("the collection is empty");
        }
        return found;
    }
}
