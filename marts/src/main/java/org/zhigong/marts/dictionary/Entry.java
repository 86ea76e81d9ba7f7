package org.zhigong.marts.dictionary;

import java.util.List;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.SetupException;

/**
 * One thing that the dictionary explains.
 *
 * @param id how programs call it; with its kind no two entries share it
 * @param name what people call it
 * @param grid its columns or codes; empty where it has none
 */
record Entry(Kind kind, String id, Label name, List<Fact> facts, Grid grid) {

    /** What is explained, in the order of reading. */
    enum Kind {
        INDICATOR("indicator", "指标", "Indicators"),
        RELEASED("released", "发布的表", "Tables of a release"),
        FEED("feed", "数据源", "Feeds"),
        MODEL("model", "中间表（不随发布）", "Tables on the way, not released"),
        CODES("codes", "代码表与规则", "Code lists and rules");

        private final String word;
        private final String zh;
        private final String en;

        Kind(String word, String zh, String en) {
            this.word = word;
            this.zh = zh;
            this.en = en;
        }

        String word() {
            return word;
        }

        Label title() {
            return new Label(zh, en);
        }
    }

    /** A name of another entry. */
    record Reference(Kind kind, String id) {

        String anchor() {
            return kind.word() + "-" + id;
        }
    }

    /**
     * One thing that is said of an entry.
     *
     * @param text what is said; the same in both languages where it is code
     * @param references the entries that it names, after the text
     */
    record Fact(Label title, Label text, List<Reference> references) {

        Fact {
            references = List.copyOf(references);
        }

        static Fact of(String zh, String en, Label text) {
            return new Fact(new Label(zh, en), text, List.of());
        }

        static Fact code(String zh, String en, String text) {
            return of(zh, en, new Label(text, text));
        }

        static Fact naming(String zh, String en, List<Reference> references) {
            return new Fact(new Label(zh, en), new Label("", ""), references);
        }

        boolean isEmpty() {
            return text.zh().isBlank() && text.en().isBlank() && references.isEmpty();
        }
    }

    /** Rows of an entry, each with a cell for each title of the header. */
    record Grid(List<Label> header, List<List<Label>> rows) {

        static final Grid NONE = new Grid(List.of(), List.of());

        Grid {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** @throws SetupException if it has no name in one of the languages, or something that it holds has none */
    Entry {
        facts = facts.stream().filter(fact -> !fact.isEmpty()).toList();
        requireNamed(kind, id, name);
        for (List<Label> row : grid.rows()) {
            requireNamed(kind, id + "." + row.get(0).en(), row.get(1));
        }
    }

    private static void requireNamed(Kind kind, String id, Label name) {
        if (name.zh().isBlank() || name.en().isBlank()) {
            throw new SetupException(
                    "The %s %s has no label in both languages: expected a Chinese and an English one, found '%s' and '%s'"
                            .formatted(kind.word(), id, name.zh(), name.en()));
        }
    }

    Reference reference() {
        return new Reference(kind, id);
    }
}
