package org.zhigong.ingest.contract;

/** A name or sentence in both languages. */
public record Label(String zh, String en) {
    public Label {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException(
                    "Invalid label: expected Chinese and English, found '%s' and '%s'".formatted(zh, en));
        }
    }
}
