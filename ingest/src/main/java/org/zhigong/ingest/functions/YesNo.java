package org.zhigong.ingest.functions;

import org.jspecify.annotations.Nullable;

/** Yes and no. */
public final class YesNo {

    /** 是 and 否 and what else is written for them; issue BOOLEAN_INVALID; notes CODE_ALIAS. */
    public static final CellParser<Boolean> YES_NO = new CellParser<>() {
        @Override
        public @Nullable Boolean value(String text) {
            return switch (Texts.code(text)) {
                case "是", "有", "Y", "YES", "TRUE", "T", "1", "√", "对" -> Boolean.TRUE;
                case "否", "无", "没有", "N", "NO", "FALSE", "F", "0", "×" -> Boolean.FALSE;
                default -> null;
            };
        }

        @Override
        public @Nullable String issue(String text) {
            return value(text) == null ? "BOOLEAN_INVALID" : null;
        }

        @Override
        public @Nullable String note(String text) {
            boolean isPlain = text.equals("是") || text.equals("否");
            return isPlain || value(text) == null ? null : "CODE_ALIAS";
        }
    };

    private YesNo() {}
}
