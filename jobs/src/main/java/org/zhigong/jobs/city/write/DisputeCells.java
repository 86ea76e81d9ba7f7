package org.zhigong.jobs.city.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.ArbitrationRow;
import org.zhigong.jobs.city.feed.MediationRow;
import org.zhigong.jobs.city.feed.PersonDocument;

/** The columns of disputes, and their rows in cells: codes from the mediators, words from the labour office. */
final class DisputeCells {

    static final List<String> MEDIATION = List.of(
            "case_no 调解案号",
            "name 申请人姓名",
            "doc_type 证件类型",
            "doc_no 申请人证件号码",
            "employer_name 单位名称",
            "employer_code 单位统一社会信用代码",
            "cause 争议类型",
            "workers 涉及劳动者人数",
            "is_common_claim 共同请求",
            "applied_on 申请日期",
            "accepted_on 受理日期",
            "closed_on 结案日期",
            "result 调解结果",
            "is_union_linked 工会参与",
            "is_labour_office_linked 人社部门参与",
            "is_court_linked 法院参与",
            "is_justice_linked 司法行政参与",
            "is_petitions_linked 信访参与",
            "is_enterprise_side_linked 企业方代表参与",
            "status_on 状态日期",
            "remark 备注");

    static final List<String> ARBITRATION = List.of(
            "case_no 案号",
            "claim_no 请求序号",
            "name 申请人姓名",
            "doc_type 证件类型",
            "doc_no 申请人证件号码",
            "employer_name 单位名称",
            "employer_code 单位统一社会信用代码",
            "cause 仲裁请求类型",
            "workers 涉及劳动者人数",
            "is_common_claim 共同请求",
            "applied_on 申请日期",
            "accepted_on 受理日期",
            "closed_on 结案日期",
            "is_extended 延期审理",
            "how_closed 结案方式",
            "winner 裁决结果",
            "status_on 状态日期",
            "remark 备注");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("PAY", "劳动报酬"),
            Map.entry("SOCIAL_INS", "社会保险"),
            Map.entry("TERMINATION", "解除、终止合同"),
            Map.entry("COMPENSATION", "经济补偿金"),
            Map.entry("INJURY", "工伤"),
            Map.entry("HOURS_LEAVE", "休息休假"),
            Map.entry("RELATION", "确认劳动关系"),
            Map.entry("OTHER", "其他"),
            Map.entry("AWARD", "仲裁裁决"),
            Map.entry("MEDIATED", "仲裁调解"),
            Map.entry("WITHDRAWN", "撤诉"),
            Map.entry("WORKER", "劳动者胜诉"),
            Map.entry("EMPLOYER", "用人单位胜诉"),
            Map.entry("BOTH", "双方部分胜诉"));

    private static final String[] BRACKETS = {"〔〕", "[]", "（）", "()"};

    private DisputeCells() {}

    static void mediation(MediationRow row, Cells cells) {
        cells.text(row.caseNo());
        person(row.personNumber(), cells);
        cells.text(row.employerName());
        cells.code(row.employerCode());
        cells.code(row.cause());
        cells.number(row.workers());
        yesOrNo(row.isCommonClaim(), cells);
        cells.day(row.appliedOn());
        cells.day(row.acceptedOn());
        cells.day(row.closedOn());
        cells.code(row.result());
        for (MediationRow.Body body : MediationRow.Body.values()) {
            yesOrNo(row.linked().contains(body), cells);
        }
        cells.day(row.statusOn());
        cells.code(null);
    }

    static void arbitration(ArbitrationRow row, Cells cells) {
        String brackets = BRACKETS[(int) (Math.floorMod(row.caseNo().hashCode(), 7) + row.claimNo()) % BRACKETS.length];
        cells.text(row.caseNo().replace('〔', brackets.charAt(0)).replace('〕', brackets.charAt(1)));
        cells.number(row.claimNo());
        person(row.personNumber(), cells);
        cells.text(row.employerName());
        cells.code(row.employerCode());
        word(row.cause(), cells);
        cells.number(row.workers());
        yesOrNo(row.isCommonClaim(), cells);
        midnight(row.appliedOn(), cells);
        midnight(row.acceptedOn(), cells);
        midnight(row.closedOn(), cells);
        yesOrNo(row.isExtended(), cells);
        word(row.howClosed(), cells);
        word(row.winner(), cells);
        midnight(row.statusOn(), cells);
        cells.code(null);
    }

    private static void person(long number, Cells cells) {
        PersonDocument document = PersonDocument.of(number);
        cells.text(PersonNames.name(number, 0));
        cells.code(document.docType());
        cells.code(document.docNo());
    }

    private static void yesOrNo(boolean is, Cells cells) {
        cells.text(is ? "是" : "否");
    }

    private static void word(@Nullable String code, Cells cells) {
        cells.text(code == null ? null : WORDS.get(code));
    }

    /** As exports of the labour office have it: 2024-1-5 0:00:00. */
    private static void midnight(@Nullable LocalDate day, Cells cells) {
        cells.code(
                day == null
                        ? null
                        : "%d-%d-%d 0:00:00".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
    }
}
