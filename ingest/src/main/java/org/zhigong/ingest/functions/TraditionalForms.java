package org.zhigong.ingest.functions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The simplified form of Han characters, one for one: 張 is 张. Two traditional characters may share one, which is right
 * for comparing names and wrong for writing them. The table {@code traditional.txt} holds pairs, from the Unicode CLDR
 * transform Traditional-Simplified.
 */
public final class TraditionalForms {

    private static final char FIRST = 0x4e00;
    private static final char[] SIMPLIFIED = read();

    private TraditionalForms() {}

    /** {@code text} in simplified characters; the same object if nothing is to be changed. */
    public static String simplified(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (simplified(text.charAt(i)) != text.charAt(i)) {
                return changed(text);
            }
        }
        return text;
    }

    private static String changed(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = simplified(characters[i]);
        }
        return new String(characters);
    }

    private static char simplified(char c) {
        int at = c - FIRST;
        char simplified = at >= 0 && at < SIMPLIFIED.length ? SIMPLIFIED[at] : 0;
        return simplified == 0 ? c : simplified;
    }

    private static char[] read() {
        char[] table = new char[0xa000 - FIRST];
        try (InputStream in = TraditionalForms.class.getResourceAsStream("traditional.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            String pairs = text.replace("\n", "");
            for (int i = 0; i + 1 < pairs.length(); i += 2) {
                table[pairs.charAt(i) - FIRST] = pairs.charAt(i + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the table of traditional characters", e);
        }
        return table;
    }
}
