package org.zhigong.ingest.functions;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of persons. */
public final class PersonNames {

    /**
     * The form in which names are compared: simplified, without spaces between Han characters, one middle dot,
     * capitals. Issues: TEST_ROWS; NAME_RARE_CHAR where a character is lost, which makes the name no basis for
     * comparing. Notes NAME_VARIANT.
     */
    public static final CellParser<String> NAME = new CellParser<>() {
        @Override
        public @Nullable String value(String text) {
            String name = normalise(text);
            return issueOf(name) == null ? name : null;
        }

        @Override
        public @Nullable String issue(String text) {
            return issueOf(normalise(text));
        }

        @Override
        public @Nullable String note(String text) {
            return normalise(text).equals(text) ? null : "NAME_VARIANT";
        }
    };

    private static final Pattern LOST = Pattern.compile("[?□■\\ufffd\\ue000-\\uf8ff]|\\(.+\\+.+\\)");
    private static final Pattern TEST = Pattern.compile("TEST\\d*");

    private PersonNames() {}

    private static @Nullable String issueOf(String name) {
        boolean isTest = name.contains("测试") || name.contains("样例") || name.contains("示例");
        if (isTest || (name.startsWith("TEST") && TEST.matcher(name).matches())) {
            return "TEST_ROWS";
        }
        return name.isEmpty() || (!isHan(name) && LOST.matcher(name).find()) ? "NAME_RARE_CHAR" : null;
    }

    private static String normalise(String text) {
        if (isHan(text)) {
            return TraditionalForms.simplified(text);
        }
        String squeezed = Texts.squeeze(text, " ");
        StringBuilder name = new StringBuilder(squeezed.length());
        for (int i = 0; i < squeezed.length(); i++) {
            char c = squeezed.charAt(i);
            if (c == ' ' && (isWide(squeezed.charAt(i - 1)) || isWide(squeezed.charAt(i + 1)))) {
                continue;
            }
            name.append(narrow(c));
        }
        return TraditionalForms.simplified(name.toString().toUpperCase(Locale.ROOT));
    }

    /** The one middle dot for its look-alikes, brackets and question marks in their narrow form. */
    private static char narrow(char c) {
        return switch (c) {
            case '•', '・', '．', '.', '‧', '･', '∙', '⋅' -> '·';
            case '（' -> '(';
            case '）' -> ')';
            case '＋' -> '+';
            case '？' -> '?';
            default -> c;
        };
    }

    private static boolean isWide(char c) {
        return c >= 0x2e80;
    }

    private static boolean isHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x4e00 || c > 0x9fff) {
                return false;
            }
        }
        return true;
    }
}
