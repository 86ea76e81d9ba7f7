package org.zhigong.ingest.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.functions.Masks;
import org.zhigong.ingest.functions.Redaction;

/**
 * What may be written of the name of a file. A name may hold anything, that of a person too; so of Chinese words only
 * those stay that contracts, places and offices are called by, and of numbers none that could be of a person.
 */
public final class FileNames {

    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}·]+");
    private static final Pattern NUMBER =
            Pattern.compile("\\d{10,}[Xx]?|(?<![A-Za-z0-9])[A-Za-z]{1,3}\\d{7,}(?![A-Za-z0-9])");

    /** Words that offices use in names of files, beside those of contracts and places. */
    private static final List<String> OFFICE = List.of(
            "总工会 工会 市 区 县 镇 乡 街道 社区 年 月 日 第 季度 年度 月度 上半年 下半年 会员 职工 员工 单位 企业 机关 学校 医院",
            "花名册 名册 名单 名录 清单 明细 汇总 台账 统计 报表 月报 季报 年报 表 数据 信息 登记 情况 系统 导出 上报 报送 补报 重报",
            "更正 修改 修订 最终 终稿 定稿 初稿 版 副本 附件 税务局 税务 财政 民政 人社局 人社 市场监管 经费 收缴 集体合同 工资");

    private final Contracts contracts;
    private Set<String> words = Set.of();

    /** By the words of {@code contracts}. */
    public FileNames(Contracts contracts) {
        this.contracts = contracts;
    }

    /** {@code name}, with the shape only of what could name a person. */
    public String shown(String name) {
        String numbers = NUMBER.matcher(Redaction.redact(name)).replaceAll(match -> Masks.shape(match.group()));
        return HAN.matcher(numbers).replaceAll(match -> knownWords(match.group()));
    }

    /** Whether {@code text} holds a number that could be of a person. */
    public static boolean hasTellingNumber(String text) {
        return NUMBER.matcher(text).find() || !Redaction.redact(text).equals(text);
    }

    private String knownWords(String text) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int end = endOfWord(text, at);
            int next = end > at ? end : text.offsetByCodePoints(at, 1);
            String part = text.substring(at, next);
            shown.append(end > at ? part : Masks.shape(part));
            at = next;
        }
        return shown.toString();
    }

    /** Where the longest known word that starts at {@code from} ends; {@code from} if there is none. */
    private int endOfWord(String text, int from) {
        for (int end = text.length(); end > from; end--) {
            if (words().contains(text.substring(from, end))) {
                return end;
            }
        }
        return from;
    }

    // Nearly all names are without Chinese words: then no contract but their own is read.
    private Set<String> words() {
        if (words.isEmpty()) {
            Set<String> all = new TreeSet<>();
            OFFICE.forEach(line -> all.addAll(List.of(line.split(" ", -1))));
            contracts.feeds().forEach(feed -> words(contracts.contract(feed)).forEach(text -> addWords(all, text)));
            for (Map<String, Object> place :
                    contracts.codeLists().list("divisions").table().rows()) {
                addWords(all, String.valueOf(place.get("name_zh")));
            }
            words = all;
        }
        return words;
    }

    private static Stream<String> words(Contract contract) {
        Stream<String> own = Stream.of(contract.label().zh());
        Stream<String> patterns = contract.files().patterns().stream().map(Pattern::pattern);
        Stream<String> columns =
                contract.columns().stream().map(ContractColumn::label).map(label -> label.zh());
        return Stream.of(own, patterns, columns).flatMap(stream -> stream);
    }

    private static void addWords(Set<String> all, String text) {
        HAN.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> word.length() > 1)
                .forEach(all::add);
    }
}
