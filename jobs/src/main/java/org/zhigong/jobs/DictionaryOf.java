package org.zhigong.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.ingest.codes.Parameters;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.Governance;
import org.zhigong.marts.Indicator;
import org.zhigong.marts.Indicators;
import org.zhigong.marts.release.Breakdowns;
import org.zhigong.marts.release.Dictionary;
import org.zhigong.transform.Label;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.SmallTable;

/** Translates contracts and indicators into the words of the released dictionary, which knows neither. */
final class DictionaryOf {

    private DictionaryOf() {}

    static Dictionary content(
            Content content,
            List<Contract> contracts,
            Models models,
            Indicators indicators,
            CodeLists codes,
            SmallTable feeds,
            Parameters parameters) {
        List<SmallTable> lists = new ArrayList<>(codes.tables(parameters));
        lists.add(feeds);
        List<Dictionary.ColumnEntry> columns = new ArrayList<>();
        contracts.forEach(contract -> columns.addAll(columns(contract)));
        return new Dictionary(
                indicators.all().stream().map(DictionaryOf::entry).toList(),
                contracts.stream().map(DictionaryOf::entry).toList(),
                columns,
                models.all(),
                lists,
                Breakdowns.read(content.root().resolve("marts/breakdowns.yaml"), lists));
    }

    private static Dictionary.IndicatorEntry entry(Indicator indicator) {
        return new Dictionary.IndicatorEntry(
                indicator.id(),
                indicator.duty().orElse(0),
                indicator.version(),
                indicator.label(),
                indicator.name(),
                indicator.definition(),
                indicator.source(),
                indicator.base().toString(),
                indicator.numeratorText(),
                indicator.denominator().map(Indicator.Denominator::text).orElse(""),
                indicator.population().orElse(""),
                indicator.unit().word(),
                indicator.unit().label(),
                indicator.kind().word(),
                indicator.counts().word(),
                indicator.better().word(),
                indicator.lagMonths(),
                indicator
                        .target()
                        .map(target -> target.value().isPresent()
                                ? Double.toString(target.value().getAsDouble())
                                : target.text().en())
                        .orElse(""));
    }

    private static Dictionary.FeedEntry entry(Contract contract) {
        return new Dictionary.FeedEntry(
                contract.feed(),
                label(contract.label()),
                contract.kind().name().toLowerCase(java.util.Locale.ROOT),
                contract.version(),
                label(contract.governance().purpose()),
                both(contract.governance().legalBasis()),
                contract.governance().retentionMonths() + " months",
                calendar(contract.governance()),
                both(contract.governance().owner()));
    }

    private static String calendar(Governance governance) {
        return switch (governance.everyMonths()) {
            case 0 -> "as it comes";
            case 1 -> "day %d of the next month".formatted(governance.dueDay());
            default ->
                "every %d months, day %d of the next month".formatted(governance.everyMonths(), governance.dueDay());
        };
    }

    private static List<Dictionary.ColumnEntry> columns(Contract contract) {
        List<Dictionary.ColumnEntry> entries = new ArrayList<>();
        for (ContractColumn column : contract.columns()) {
            entries.add(new Dictionary.ColumnEntry(
                    "feed",
                    contract.feed(),
                    column.name(),
                    entries.size() + 1L,
                    column.kind().name().toLowerCase(java.util.Locale.ROOT),
                    label(column.label()),
                    column.grade().name(),
                    column.codeList().orElse(""),
                    column.duties().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        }
        return entries;
    }

    private static Label label(org.zhigong.ingest.contract.Label label) {
        return new Label(label.zh(), label.en());
    }

    private static String both(org.zhigong.ingest.contract.Label label) {
        return label.zh() + " / " + label.en();
    }
}
