package org.zhigong.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Spoils files and cells as life does, and worse. The same seed spoils the same things. */
final class Mutations {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** What stands in cells that nobody expected. */
    private static final List<String> CELLS = List.of(
            "",
            " ",
            "\u3000",
            "\u200B",
            "\uFEFF",
            "\u00A0x\u00A0",
            "无",
            "-",
            "#N/A",
            "#REF!",
            "NULL",
            "0",
            "-0",
            "-5",
            "1e999",
            "99999999999999999999999999",
            "9223372036854775808",
            "0.0000000001",
            "1,234",
            "12.3万",
            "约100",
            "100-200",
            "∞",
            "NaN",
            "１２３",
            "二〇二四年一月五日",
            "2024年13月45日",
            "2023-02-30",
            "0000-00-00",
            "9999-12-31",
            "10000-01-01",
            "45296",
            "45296.99999",
            "99999",
            "03/04/2024",
            "24.1.5",
            "2024-01-05T25:61:61",
            "=1+1",
            "@cmd",
            "+86 138 0000 1234",
            "'",
            "\"",
            "\"\"\"",
            "a\"b",
            "\\",
            "\t",
            "a\u0000b",
            "\u001D",
            "\u001E\u001F",
            "\u001Fq\u001Fx",
            "😀",
            "𠮷",
            "é\u0301",
            "{n}",
            "%s%1$s",
            "';drop table x;--",
            "合计",
            "小计",
            "制表人：某",
            "其中",
            "测试",
            "是",
            "否",
            "男",
            "Ｘ",
            "91119990MAOOO20O1C",
            "911199900000000000",
            "119990000000012",
            "12345678-9",
            "VVVVVVVVVVVVVVVVVV",
            "111",
            "I65",
            "95%");

    /** What makes a whole file bad, however many rows it has. */
    private static final List<String> FATAL = List.of("1.10105E+17", "\uFFFD", "锟斤拷", "浼氬憳", "0.95");

    private static final String CHARACTERS =
            "0123456789-/.,:;'\"|\t +%=@#*()[]{}<>\\_年月日号万元约人XxＸ〇一二三无是否男女合计　\u00A0\u200B\u0001\u001DAa";

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** A number from 0 to before {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** One of {@code choices}. */
    <T> T one(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** A cell like {@code cell}, or not at all. */
    String cell(String cell) {
        return switch (below(9)) {
            case 0, 1, 2 -> one(CELLS);
            case 3 -> cell + one(CELLS);
            case 4 -> one(CELLS) + cell;
            case 5 -> without(cell);
            case 6 -> cell.repeat(below(60) == 0 ? 3000 : 2);
            default -> changed(cell);
        };
    }

    private String without(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int at = below(text.length());
        return text.substring(0, at) + text.substring(at + 1);
    }

    private String changed(String text) {
        int at = below(text.length() + 1);
        int from = below(CHARACTERS.length());
        return text.substring(0, at) + CHARACTERS.charAt(from) + text.substring(Math.min(text.length(), at + below(2)));
    }

    /** A record of {@code cells}, spoiled in one to three places, as CSV. */
    String record(List<String> cells) {
        List<String> spoiled = new ArrayList<>(cells);
        int places = 1 + below(3);
        for (int i = 0; i < places; i++) {
            int at = below(spoiled.size());
            spoiled.set(at, cell(spoiled.get(at)));
        }
        return switch (below(40)) {
            case 0 -> String.join(",", spoiled);
            case 1 -> csv(spoiled.subList(0, below(spoiled.size())));
            case 2 -> csv(spoiled) + "," + one(CELLS).replace("\"", "");
            case 3 -> csv(spoiled) + ",";
            case 4 -> "";
            case 5 -> csv(spoiled).replaceFirst(",", "");
            default -> csv(spoiled);
        };
    }

    private static String csv(List<String> cells) {
        List<String> quoted = new ArrayList<>();
        for (String cell : cells) {
            boolean needsQuotes = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            quoted.add(needsQuotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return String.join(",", quoted);
    }

    /** The bytes of {@code text} in some encoding. */
    byte[] encoded(String text) {
        return switch (below(8)) {
            case 0 -> text.getBytes(GB18030);
            case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
            case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
            case 3 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    /** A file like {@code bytes}, spoiled once to three times. */
    byte[] file(byte[] bytes) {
        byte[] spoiled = bytes;
        int times = 1 + below(3);
        for (int i = 0; i < times; i++) {
            boolean isText = bytes.length == 0 || !isBinary(bytes);
            spoiled = isText && below(3) > 0
                    ? spoiledText(spoiled)
                    : !isText && below(3) > 0 ? spoiledArchive(spoiled) : spoiledBytes(spoiled);
        }
        return spoiled;
    }

    private static boolean isBinary(byte[] bytes) {
        return bytes[0] == 'P' || (bytes[0] & 0xff) == 0xD0;
    }

    /** A zip archive with one of its files spoiled, as text or as bytes; any other bytes as they are. */
    private byte[] spoiledArchive(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes), GB18030);
                ZipOutputStream copy = new ZipOutputStream(out, GB18030)) {
            int spoiled = below(12);
            int number = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(number++ == spoiled ? spoiledContent(content) : content);
            }
        } catch (IOException | IllegalArgumentException broken) {
            return spoiledBytes(bytes); // it was spoiled before, perhaps in the name of an entry
        }
        return out.size() == 0 ? spoiledBytes(bytes) : out.toByteArray();
    }

    private byte[] spoiledContent(byte[] content) {
        if (below(2) == 0) {
            return spoiledBytes(content);
        }
        String text = new String(content, StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            text = changed(text);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] spoiledBytes(byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[] {(byte) below(256)};
        }
        byte[] copy = bytes.clone();
        int at = below(copy.length);
        switch (below(6)) {
            case 0 -> copy[at] = (byte) below(256);
            case 1 -> copy[at] ^= (byte) (1 << below(8));
            case 2 -> {
                return Arrays.copyOf(copy, at);
            }
            case 3 -> {
                return joined(
                        Arrays.copyOf(copy, at), Arrays.copyOfRange(copy, Math.min(copy.length, at + 3), copy.length));
            }
            case 4 -> {
                return joined(copy, Arrays.copyOfRange(bytes, 0, at));
            }
            default -> Arrays.fill(copy, at, Math.min(copy.length, at + below(8)), (byte) below(256));
        }
        return copy;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private byte[] spoiledText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = below(lines.size());
        switch (below(14)) {
            case 0 -> lines.add(at, lines.get(at));
            case 1 -> lines.remove(at);
            case 2 -> Collections.swap(lines, at, below(lines.size()));
            case 3 -> lines.add(at, "");
            case 4 -> lines.add(lines.get(0));
            case 5 -> lines.add(at, "合计,1,2,3");
            case 6 -> lines.set(at, spoiledLine(lines.get(at)));
            case 7 -> lines.set(0, spoiledLine(lines.get(0)));
            case 8 -> lines.set(at, lines.get(at).replace(',', one(List.of(';', '\t', '|', '，', '^'))));
            case 9 -> {
                return String.join(one(List.of("\r\n", "\r", "\n\n")), lines).getBytes(StandardCharsets.UTF_8);
            }
            case 10 -> {
                char other = one(List.of(';', '\t', '|', '，'));
                return text.replace(',', other).getBytes(StandardCharsets.UTF_8);
            }
            case 11 -> {
                return encoded(text);
            }
            case 12 -> {
                return joined(
                        text.substring(0, text.length() / 2).getBytes(GB18030),
                        text.substring(text.length() / 2).getBytes(StandardCharsets.UTF_8));
            }
            default -> lines.add(below(lines.size()), one(FATAL) + "," + one(CELLS));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private String spoiledLine(String line) {
        List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
        int at = below(cells.size());
        switch (below(4)) {
            case 0 -> cells.remove(at);
            case 1 -> cells.add(at, cells.get(below(cells.size())));
            case 2 -> cells.set(at, '"' + cells.get(at));
            default -> cells.set(at, cell(cells.get(at)));
        }
        return String.join(",", cells);
    }
}
