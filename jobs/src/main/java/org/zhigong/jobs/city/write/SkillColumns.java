package org.zhigong.jobs.city.write;

import java.util.List;
import org.zhigong.jobs.city.feed.CertificateRow;
import org.zhigong.jobs.city.feed.PersonDocument;
import org.zhigong.jobs.city.feed.TrainingFundRow;
import org.zhigong.jobs.city.feed.TrainingRow;

/** The columns of training, certificates and education funds, and how rows are put into them. */
final class SkillColumns {

    static final List<String> TRAINING = List.of(
            "row_no 序号",
            "enrol_id 报名编号",
            "name 姓名",
            "doc_type 证件类型",
            "doc_no 证件号码",
            "sex 性别",
            "hukou 户口性质",
            "employment_form 用工形式",
            "employer_name 单位名称",
            "employer_code 单位统一社会信用代码",
            "course_name 课程名称",
            "hours 学时",
            "started_on 开班日期",
            "ended_on 结业日期",
            "result 培训结果");

    static final List<String> CERTIFICATES = List.of(
            "row_no 序号",
            "name 姓名",
            "doc_type 证件类型",
            "doc_no 证件号码",
            "sex 性别",
            "employer_name 单位名称",
            "employer_code 单位统一社会信用代码",
            "certificate_no 证书编号",
            "certificate_kind 证书类别",
            "occupation 职业（工种）",
            "occupation_code 职业编码",
            "skill_level 技能等级",
            "issued_on 发证日期",
            "valid_to 有效期至",
            "certificate_status 证书状态",
            "revoked_on 注销日期",
            "report_month 登记月份");

    static final List<String> TRAINING_FUNDS = List.of(
            "employer_code 单位统一社会信用代码",
            "employer_name 单位名称",
            "period_from 报告期起",
            "period_to 报告期止",
            "accrued_fen 教育经费提取额(元)",
            "spent_fen 教育经费支出额(元)",
            "frontline_fen 一线职工培训支出(元)");

    /** The words of today by rank, and beside them those of the old grades, whose numbers run backwards. */
    private static final String[] LEVELS = {"学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师"};

    private static final String[] OLD_GRADES = {"学徒工", "五级", "四级", "三级", "二级", "一级", "特级技师"};

    private SkillColumns() {}

    static void write(TrainingRow row, long number, Cells cells) {
        PersonDocument document = PersonDocument.of(row.personNumber());
        cells.number(number);
        cells.code(row.enrolId());
        cells.text(PersonNames.name(row.personNumber(), 0));
        cells.code(document.docType());
        cells.code(document.docNo());
        cells.code(row.sex());
        cells.code(row.hukou());
        cells.code(row.employmentForm());
        cells.code(null);
        cells.code(row.employerCode());
        cells.text("合成课程" + row.hours());
        cells.number(row.hours());
        cells.day(row.startedOn());
        cells.day(row.endedOn());
        cells.text(row.isCompleted() ? "结业" : "未结业");
    }

    static void write(CertificateRow row, long number, Cells cells) {
        PersonDocument document = PersonDocument.of(row.personNumber());
        boolean isOld = row.kind().equals("qualification");
        cells.number(number);
        cells.text(PersonNames.name(row.personNumber(), 0));
        cells.code(document.docType());
        cells.code(document.docNo());
        cells.code(row.sex());
        cells.code(null);
        cells.code(row.employerCode());
        cells.code("SYN-" + (row.personNumber() * 8 + row.skillRank()));
        cells.text(isOld ? "职业资格证书" : "职业技能等级证书");
        cells.text("合成职业");
        cells.code(row.occupationCode());
        cells.text((isOld ? OLD_GRADES : LEVELS)[row.skillRank()]);
        cells.day(row.issuedOn());
        cells.day(row.validTo());
        cells.text(row.revokedOn() == null ? "有效" : "注销");
        cells.day(row.revokedOn());
        cells.month(row.reportMonth());
    }

    static void write(TrainingFundRow row, Cells cells) {
        cells.code(row.employerCode());
        cells.code(null);
        cells.day(row.periodFrom());
        cells.day(row.periodTo());
        cells.yuan(row.accruedFen());
        cells.yuan(row.spentFen());
        cells.yuan(row.frontlineFen());
    }
}
