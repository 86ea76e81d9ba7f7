package org.zhigong.jobs.city.write;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.zhigong.jobs.city.feed.DeliveryForm;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.plant.Treatment;

/**
 * How a file is written.
 *
 * @param bom what stands before the first line
 * @param isHeaderless whether the first line is a row; such files end each row with a delimiter
 * @param header the headers in the order of {@link Columns}
 * @param order the places of columns in the order in which they are written; those left out are not
 */
record FileForm(
        Charset charset,
        String bom,
        char delimiter,
        String lineEnd,
        boolean isHeaderless,
        List<String> header,
        List<Integer> order,
        List<String> titles) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final Map<String, String> ALIASES =
            Map.of("证件号码", "身份证号码", "姓名", "会员姓名", "学历", "文化程度", "入会日期", "入会时间", "单位统一社会信用代码", "单位信用代码");

    static FileForm of(Feed feed, Treatment treatment, DeliveryForm delivered) {
        boolean isReceipts = feed == Feed.RECEIPTS;
        Charset usual = isReceipts ? GB18030 : StandardCharsets.UTF_8;
        return new FileForm(
                switch (treatment) {
                    case GB18030 -> GB18030;
                    case UTF16 -> StandardCharsets.UTF_16LE;
                    default -> usual;
                },
                treatment == Treatment.UTF8_BOM || treatment == Treatment.UTF16 ? "\uFEFF" : "",
                switch (treatment) {
                    case TAB, UTF16 -> '\t';
                    case SEMICOLON -> ';';
                    default -> isReceipts ? '|' : ',';
                },
                treatment == Treatment.CR ? "\r" : "\n",
                isReceipts,
                delivered == DeliveryForm.JSON_LINES ? Columns.names(feed) : header(feed, treatment),
                order(feed, treatment, treatment == Treatment.EXTRA ? 1 : 0),
                treatment == Treatment.TITLE ? List.of("合成数据 SYNTHETIC", "填报单位：合成单位", "") : List.of());
    }

    /** Whether rows can be written as they come, without looking at cells. */
    boolean isStraight() {
        return !charset.equals(StandardCharsets.UTF_16LE) && order.size() == header.size() && isInOrder();
    }

    private boolean isInOrder() {
        return order.isEmpty() || (order.get(0) == 0 && order.get(order.size() - 1) == order.size() - 1);
    }

    private static List<String> header(Feed feed, Treatment treatment) {
        List<String> header = Columns.headers(feed);
        if (treatment == Treatment.EXTRA) {
            List<String> more = new ArrayList<>(header);
            more.add("合成列");
            return List.copyOf(more);
        }
        if (treatment != Treatment.ALIAS) {
            return header;
        }
        if (feed != Feed.MEMBERS) {
            return Columns.names(feed);
        }
        return header.stream().map(name -> ALIASES.getOrDefault(name, name)).toList();
    }

    private static List<Integer> order(Feed feed, Treatment treatment, int extra) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < Columns.names(feed).size() + extra; i++) {
            order.add(i);
        }
        switch (treatment) {
            case ORDER -> Collections.rotate(order, order.size() / 3);
            case MISSING_OPTIONAL -> order.remove(Columns.names(feed).indexOf(treatment.absentColumn()));
            case MISSING_MANDATORY -> order.remove(Columns.names(feed).indexOf("doc_no"));
            default -> {
                // all columns where they belong
            }
        }
        return List.copyOf(order);
    }
}
