package org.zhigong.ingest.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.RowRule;
import org.zhigong.ingest.read.ContractCells.Part;

/**
 * Says what is wrong with a row that is not plainly right, what is only odd, and what was put right in it. The engine
 * asks for few rows, so this looks at every cell again, one after the other. Safe for all threads.
 */
final class RowJudge {

    private final Contract contract;
    private final ContractCells cells;
    private final Map<String, Integer> positions;
    private final FileTerms terms;
    private final DropRules drops;

    RowJudge(ContractCells cells, Map<String, Integer> positions, FileTerms terms, DropRules drops) {
        this.contract = cells.contract();
        this.cells = cells;
        this.positions = positions;
        this.terms = terms;
        this.drops = drops;
    }

    /**
     * Judges one row.
     *
     * @param texts its fields, null where empty
     * @param flaw what is wrong with its form, if anything is
     * @param broken for each rule of the contract whether the row breaks it
     */
    Judgement judge(List<@Nullable String> texts, @Nullable String flaw, List<Boolean> broken) {
        Look found = new Look(texts);
        if (flaw != null) {
            Optional<Judgement> settled = CorrectedRows.judgement(flaw);
            if (settled.isPresent()) {
                return settled.get();
            }
            boolean hasTexts = flaw.equals("COLUMN_COUNT") || flaw.equals("MERGED_CELLS");
            String dropped = hasTexts ? drops.reason(texts) : null;
            return dropped == null ? Judgement.quarantined("", flaw, "") : Judgement.dropped(dropped);
        }
        contract.columns().forEach(found::look);
        for (int i = 0; i < contract.rules().size(); i++) {
            RowRule rule = contract.rules().get(i);
            if (broken.get(i)) {
                found.quarantine("", rule.reason(), rule.name());
            }
        }
        if (found.quarantined.isEmpty()) {
            return Judgement.accepted(found.flags, found.notes);
        }
        String dropped = drops.reason(texts);
        return dropped == null
                ? Judgement.quarantined(found.quarantined, found.notes, found.cells())
                : Judgement.dropped(dropped);
    }

    /** What was found in one row so far. */
    private final class Look {

        private final List<@Nullable String> texts;
        private final List<String> quarantined = new ArrayList<>();
        private final SortedSet<String> flags = new TreeSet<>();
        private final SortedSet<String> notes = new TreeSet<>();

        Look(List<@Nullable String> texts) {
            this.texts = texts;
        }

        /** What may be kept of the cells, for whoever repairs the row. */
        List<OriginalCell> cells() {
            List<OriginalCell> kept = new ArrayList<>();
            for (ContractColumn column : contract.columns()) {
                String text = text(column.name());
                if (text != null && column.kind() != ColumnKind.IGNORED) {
                    Object value = cells.cell(column.name(), Part.OWN).value(context(column), text);
                    kept.add(OriginalCell.of(column, cells.masking(column.name()), text, value));
                }
            }
            return kept;
        }

        void look(ContractColumn column) {
            if (column.kind() == ColumnKind.IGNORED || !positions.containsKey(column.name())) {
                return;
            }
            String text = text(column.name());
            if (text == null) {
                if (column.isRequired()) {
                    missing(column, "");
                }
                return;
            }
            Cell cell = cells.cell(column.name(), judged(column));
            String context = context(column);
            Object value = cell.value(context, text);
            if (value == null && cell.isMissing(text) && column.isRequired()) {
                missing(column, cells.masking(column.name()).mask(text));
                return;
            }
            add(column, text, value == null ? cell.issue(context, text) : beyond(column, value));
            if (!isPlain(column, text, value)) {
                add(column, text, cell.note(context, text));
            }
        }

        /**
         * A mandatory cell is empty; an employer may yet be found by the name in {@code x_name} beside {@code x_code}.
         */
        private void missing(ContractColumn column, String shown) {
            String name = column.kind() == ColumnKind.CREDIT_CODE ? name(column) : null;
            quarantine(column.name(), name == null ? "MISSING_REQUIRED" : "NAME_ONLY", name == null ? shown : name);
        }

        private @Nullable String name(ContractColumn code) {
            String beside = code.name().replaceFirst("_code$", "_name");
            String text = text(beside);
            Object value = text == null ? null : cells.cell(beside, Part.OWN).value(null, text);
            return value == null ? null : cells.masking(beside).mask((String) value);
        }

        // An industry without its letter is as good as one with it.
        private static boolean isPlain(ContractColumn column, String text, @Nullable Object value) {
            return column.kind() == ColumnKind.INDUSTRY
                    && value instanceof String industry
                    && industry.endsWith(text)
                    && industry.length() == text.length() + 1;
        }

        // Where a column and what is derived from it can fail apart, it is the derived one that says why.
        private Part judged(ContractColumn column) {
            return column.kind() == ColumnKind.OWNERSHIP ? Part.DERIVED : Part.OWN;
        }

        private @Nullable Finding beyond(ContractColumn column, Object value) {
            return switch (column.kind()) {
                case DATE, BIRTH_DATE, MINUTE -> beyondDate(column, (LocalDate) value);
                case MONTH -> isOfOtherPeriod(column, (String) value) ? Finding.quarantined("WRONG_PERIOD") : null;
                case PERSON_DOCUMENT -> age(Parsers.Document.birth((String) value));
                case CODE -> ColumnPlanner.isSex(column) ? sex((String) value) : null;
                case TEXT,
                        COUNT,
                        PERCENT,
                        MONEY,
                        BOOLEAN,
                        CREDIT_CODE,
                        UNION_CODE,
                        DIVISION,
                        STREET,
                        DISTRICT_NAME,
                        INDUSTRY,
                        OWNERSHIP,
                        PERSON_NAME,
                        PHONE,
                        CAPITAL,
                        COVERAGE,
                        FREE_TEXT,
                        IGNORED -> null;
            };
        }

        private @Nullable Finding beyondDate(ContractColumn column, LocalDate value) {
            if (column.isPast() && value.isAfter(terms.receivedOn())) {
                return Finding.quarantined("DATE_FUTURE");
            }
            if (isOfOtherPeriod(column, value.toString().substring(0, 7))) {
                return Finding.quarantined("WRONG_PERIOD");
            }
            boolean differs = column.kind() == ColumnKind.BIRTH_DATE
                    && documentBirth().filter(birth -> !birth.equals(value)).isPresent();
            return differs ? Finding.flagged("BIRTH_MISMATCH") : null;
        }

        private boolean isOfOtherPeriod(ContractColumn column, String month) {
            return contract.isSamePeriod()
                    && contract.filePeriodColumn().equals(Optional.of(column.name()))
                    && !month.equals(terms.period().toString());
        }

        private @Nullable Finding age(@Nullable LocalDate birth) {
            if (birth == null) {
                return null;
            }
            if (birth.isAfter(terms.underAge())) {
                return Finding.quarantined("UNDER_AGE");
            }
            return birth.isAfter(terms.overAge()) ? null : Finding.flagged("OVER_AGE");
        }

        private @Nullable Finding sex(String value) {
            Optional<String> own = document().map(Parsers.Document::sex);
            boolean isStated = value.equals("1") || value.equals("2");
            return isStated && own.filter(sex -> !sex.equals(value)).isPresent()
                    ? Finding.flagged("SEX_MISMATCH")
                    : null;
        }

        private Optional<LocalDate> documentBirth() {
            return document().map(Parsers.Document::birth);
        }

        /** What is kept of the person's document, if the row has a valid one. */
        private Optional<String> document() {
            return contract.columns().stream()
                    .filter(column -> column.kind() == ColumnKind.PERSON_DOCUMENT)
                    .findFirst()
                    .flatMap(column -> value(column));
        }

        private Optional<String> value(ContractColumn column) {
            String text = text(column.name());
            return text == null
                    ? Optional.empty()
                    : Optional.ofNullable(
                            (String) cells.cell(column.name(), Part.OWN).value(context(column), text));
        }

        private @Nullable String context(ContractColumn column) {
            return column.contextColumn()
                    .flatMap(name -> value(contract.column(name)))
                    .orElse(null);
        }

        private @Nullable String text(String column) {
            Integer position = positions.get(column);
            return position == null ? null : texts.get(position);
        }

        private void add(ContractColumn column, String text, @Nullable Finding finding) {
            if (finding == null) {
                return;
            }
            switch (finding.effect()) {
                case NORMALISED -> notes.add(finding.code());
                case FLAGGED -> flags.add(finding.code());
                case QUARANTINED ->
                    quarantine(
                            column.name(),
                            finding.code(),
                            cells.masking(column.name()).mask(text));
            }
        }

        void quarantine(String column, String code, String value) {
            quarantined.add(Judgement.finding(column, code, value));
        }
    }
}
