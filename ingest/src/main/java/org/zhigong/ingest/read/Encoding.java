package org.zhigong.ingest.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.read.FileFacts.Bom;

/**
 * In what encoding a file is read.
 *
 * @param charset the one of all lines, or of nearly all
 * @param skipped the bytes of the byte order mark
 * @param isExact whether every line is in it; else each is looked at
 * @param note the code of what is not plain about it
 */
record Encoding(Charset charset, int skipped, boolean isExact, Optional<String> note) {

    static final Charset GB18030 = Charset.forName("GB18030");

    /** Beyond this share of lines in another encoding a file is no text. */
    private static final double MAX_FOREIGN = 0.001;

    /** Finds the encoding of {@code file}. @throws RejectedFile with ENC_MIXED, ENC_MOJIBAKE or TRUNCATED */
    static Encoding of(Path file, FileFacts facts) throws IOException, RejectedFile {
        if (facts.isDamaged()) {
            throw RejectedFile.of(
                    "ENC_MOJIBAKE",
                    "文件中有无法复原的乱码（如“锟斤拷”），说明导出前字符已丢失。请从原系统按 UTF-8 或 GB18030 重新导出。",
                    "The file holds characters that were lost before it was written (such as U+FFFD). Export it again"
                            + " from its source, as UTF-8 or GB18030.");
        }
        if (facts.bom() == Bom.UTF_16LE || facts.bom() == Bom.UTF_16BE) {
            Charset charset = facts.bom() == Bom.UTF_16LE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            return new Encoding(charset, facts.bom().length(), true, Optional.of("ENC_UTF16"));
        }
        if (facts.isUtf8()) {
            return new Encoding(StandardCharsets.UTF_8, facts.bom().length(), true, noteOf(facts));
        }
        return byLines(LineCensus.of(file, facts.bom().length()), facts);
    }

    /** The code of what is not plain about the encoding of a UTF-8 file. */
    static Optional<String> noteOf(FileFacts facts) {
        return facts.bom() == Bom.UTF_8 ? Optional.of("ENC_UTF8_BOM") : Optional.empty();
    }

    private static Encoding byLines(LineCensus census, FileFacts facts) throws RejectedFile {
        boolean isUtf8 = facts.bom() == Bom.UTF_8 || census.utf8() > census.gb18030();
        long foreign = isUtf8 ? census.gb18030() + census.neither() : census.utf8() + census.neither();
        if (foreign == 1 && census.isLastCut()) {
            throw RejectedFile.of(
                    "TRUNCATED",
                    "文件在一个字符中间结束，传输不完整。请重新传送。",
                    "The file ends inside a character: its transfer was cut short. Send it again.");
        }
        if (foreign > MAX_FOREIGN * census.lines()) {
            throw RejectedFile.of(
                    "ENC_MIXED",
                    "文件混用了多种编码：共 %d 行，其中 %d 行与其余不同。请按一种编码（UTF-8 或 GB18030）重新导出。".formatted(census.lines(), foreign),
                    "The file mixes encodings: of %d lines %d differ from the others. Export it again in one encoding,"
                                    .formatted(census.lines(), foreign)
                            + " UTF-8 or GB18030.");
        }
        return isUtf8
                ? new Encoding(StandardCharsets.UTF_8, facts.bom().length(), foreign == 0, noteOf(facts))
                : new Encoding(GB18030, facts.bom().length(), foreign == 0, Optional.of("ENC_GB18030"));
    }

    /** The lines of {@code file} in this encoding. */
    Lines lines(Path file) throws IOException {
        boolean isWide = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
        return isWide ? CharLines.of(file, this) : new DecodedLines(ByteLines.of(file, skipped), this);
    }

    /** The characters of {@code file} in this encoding; what is none becomes the sign of a lost character. */
    Reader reader(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(skipped);
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                1 << 16);
    }
}
