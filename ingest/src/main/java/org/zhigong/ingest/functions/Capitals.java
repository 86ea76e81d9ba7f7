package org.zhigong.ingest.functions;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Registered capital: amount, unit and currency in one text, such as {@code 1,100(万元人民币)} or {@code 9万美元}. */
public final class Capitals {

    /** Fen, when the currency is the yuan; no value for other currencies. Issues: CAPITAL_INVALID. */
    public static final CellParser<Long> FEN = new CellParser<>() {
        @Override
        public @Nullable Long value(String text) {
            NumberText number = number(text);
            return number == null || !"CNY".equals(currency(number)) ? null : number.times(100);
        }

        @Override
        public @Nullable String issue(String text) {
            NumberText number = number(text);
            if (number == null || currency(number) == null) {
                return "CAPITAL_INVALID";
            }
            return "CNY".equals(currency(number)) && number.times(100) == null ? "CAPITAL_INVALID" : null;
        }
    };

    /** The currency (ISO 4217). Issues: CAPITAL_INVALID, also where the text names no currency. */
    public static final CellParser<String> CURRENCY = new CellParser<>() {
        @Override
        public @Nullable String value(String text) {
            NumberText number = number(text);
            return number == null ? null : currency(number);
        }

        @Override
        public @Nullable String issue(String text) {
            return value(text) == null ? "CAPITAL_INVALID" : null;
        }
    };

    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("元", "CNY"),
            Map.entry("人民币", "CNY"),
            Map.entry("美元", "USD"),
            Map.entry("港元", "HKD"),
            Map.entry("香港元", "HKD"),
            Map.entry("港币", "HKD"),
            Map.entry("日元", "JPY"),
            Map.entry("德国马克", "DEM"),
            Map.entry("马克", "DEM"),
            Map.entry("欧元", "EUR"),
            Map.entry("英镑", "GBP"),
            Map.entry("法国法郎", "FRF"),
            Map.entry("瑞士法郎", "CHF"),
            Map.entry("加拿大元", "CAD"),
            Map.entry("加元", "CAD"),
            Map.entry("澳大利亚元", "AUD"),
            Map.entry("澳元", "AUD"),
            Map.entry("新加坡元", "SGD"),
            Map.entry("韩元", "KRW"),
            Map.entry("新台币", "TWD"));

    private Capitals() {}

    private static @Nullable NumberText number(String text) {
        return NumberText.of(Texts.code(text).replace("(", "").replace(")", ""));
    }

    /** 元 before or after the currency's own word only repeats it: 万元美元 are dollars, 万人民币元 are yuan. */
    private static @Nullable String currency(NumberText number) {
        String word = number.suffix();
        String known = CURRENCIES.get(word);
        if (known == null && word.startsWith("元")) {
            known = CURRENCIES.get(word.substring(1));
        }
        if (known == null && word.endsWith("元")) {
            known = CURRENCIES.get(word.substring(0, word.length() - 1));
        }
        return known;
    }
}
