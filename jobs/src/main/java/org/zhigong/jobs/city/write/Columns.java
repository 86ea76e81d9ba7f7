package org.zhigong.jobs.city.write;

import java.util.List;
import org.zhigong.jobs.city.feed.Feed;

/** The columns of each feed as files have them. */
public final class Columns {

    private Columns() {}

    /** English names, in order. */
    public static List<String> names(Feed feed) {
        return columns(feed).stream()
                .map(column -> column.substring(0, column.indexOf(' ')))
                .toList();
    }

    /** Chinese headers, in order. */
    public static List<String> headers(Feed feed) {
        return columns(feed).stream()
                .map(column -> column.substring(column.indexOf(' ') + 1))
                .toList();
    }

    private static List<String> columns(Feed feed) {
        return switch (feed) {
            case EMPLOYERS -> EMPLOYERS;
            case HEADCOUNT -> HEADCOUNT;
            case UNIONS -> UNIONS;
            case COVERED_UNITS -> COVERED_UNITS;
            case MEMBERS -> MEMBERS;
            case AGREEMENTS -> AGREEMENTS;
            case AGREEMENT_SCOPE -> AGREEMENT_SCOPE;
            case AGREEMENT_EVENTS -> AGREEMENT_EVENTS;
            case RECEIPTS -> RECEIPTS;
            case TRAINING -> SkillColumns.TRAINING;
            case CERTIFICATES -> SkillColumns.CERTIFICATES;
            case TRAINING_FUNDS -> SkillColumns.TRAINING_FUNDS;
            case REQUESTS -> NeedCells.REQUESTS;
            case SERVICES -> NeedCells.SERVICES;
            case DUES -> DUES;
            case MEDIATION -> DisputeCells.MEDIATION;
            case ARBITRATION -> DisputeCells.ARBITRATION;
        };
    }

    private static final List<String> EMPLOYERS = List.of(
            "credit_code 统一社会信用代码",
            "employer_name 单位名称",
            "unit_type 机构类型",
            "street_code 街道代码",
            "industry_scheme 行业分类版本",
            "industry_code 行业代码",
            "ownership_scheme 登记类型版本",
            "ownership_code 登记注册类型",
            "control_code 控股情况",
            "opened_on 成立日期",
            "closed_on 注销日期",
            "status_code 登记状态",
            "revenue_fen 营业收入(万元)",
            "assets_fen 资产总额(万元)",
            "predecessor_code 原统一社会信用代码",
            "succeeded_on 变更日期",
            "updated_on 更新日期");

    private static final List<String> HEADCOUNT = List.of(
            "employer_code 统一社会信用代码",
            "report_month 统计月份",
            "headcount 职工人数",
            "women 女职工",
            "hukou_local_urban 本市城镇",
            "hukou_local_rural 本市农村",
            "hukou_outside_urban 外埠城镇",
            "hukou_outside_rural 外埠农村",
            "form_fixed_term 固定期限",
            "form_open_ended 无固定期限",
            "form_task 完成一定任务",
            "form_part_time 非全日制",
            "form_dispatch 劳务派遣(派出)",
            "form_establishment 事业编制",
            "form_civil_servant 公务员及参公",
            "dispatched_in 使用派遣人员",
            "retired_rehired 返聘",
            "interns 实习",
            "payroll_fen 工资总额(元)");

    private static final List<String> UNIONS = List.of(
            "union_id 工会编号",
            "union_name 工会名称",
            "union_type 组织类型",
            "union_credit_code 工会统一社会信用代码",
            "employer_code 所在单位统一社会信用代码",
            "street_code 街道代码",
            "founded_on 成立日期",
            "closed_on 撤销日期",
            "closure_approval 撤销批准文号",
            "parent_union_id 上级工会编号",
            "last_election_on 最近换届日期",
            "term_years 届期(年)",
            "updated_on 更新日期");

    private static final List<String> COVERED_UNITS = List.of(
            "union_id 工会编号",
            "union_name 工会名称",
            "employer_code 涵盖单位统一社会信用代码",
            "employer_name 涵盖单位名称",
            "covered_from 涵盖起始日期",
            "covered_to 涵盖终止日期");

    private static final List<String> MEMBERS = List.of(
            "row_no 序号",
            "name 姓名",
            "doc_type 证件类型",
            "doc_no 证件号码",
            "sex 性别",
            "birth_on 出生日期",
            "ethnicity 民族",
            "political_status 政治面貌",
            "education 学历",
            "hukou 户口性质",
            "employment_form 用工形式",
            "phone 手机号码",
            "employer_name 单位名称",
            "employer_code 单位统一社会信用代码",
            "union_id 工会编号",
            "joined_on 入会日期",
            "membership_status 会员状态",
            "left_on 离会日期",
            "updated_on 更新日期",
            "remark 备注");

    private static final List<String> AGREEMENTS = List.of(
            "agreement_id 合同编号",
            "agreement_kind 合同类型",
            "agreement_level 层级",
            "has_wage_chapter 含工资条款",
            "employer_code 用人单位统一社会信用代码",
            "area_code 适用区域代码",
            "industry_scheme 行业分类版本",
            "industry_code 行业代码",
            "signed_on 签订日期",
            "term_start 起始日期",
            "term_end 终止日期",
            "is_auto_renewal 自动顺延",
            "stated_units 涵盖企业",
            "stated_workers 涵盖职工",
            "coverage_statement 涵盖情况",
            "wage_before_min_fen 协商前最低工资(元)",
            "wage_before_mean_fen 协商前平均工资(元)",
            "wage_after_min_fen 协商后最低工资(元)",
            "wage_after_mean_fen 协商后平均工资(元)",
            "agreed_floor_fen 约定最低工资(元)",
            "effective_headcount 生效日职工人数",
            "predecessor_id 续签自",
            "updated_on 更新日期");

    private static final List<String> AGREEMENT_SCOPE = List.of(
            "agreement_id 合同编号",
            "scope_no 序号",
            "scope_form 范围形式",
            "employer_code 统一社会信用代码",
            "area_code 区域代码",
            "industry_scheme 行业分类版本",
            "industry_code 行业代码",
            "size_class 规模",
            "ownership_group 所有制类别",
            "valid_from 生效日期",
            "valid_to 失效日期");

    private static final List<String> AGREEMENT_EVENTS = List.of(
            "agreement_id 合同编号",
            "event_type 事件",
            "event_on 日期",
            "agreement_level 层级",
            "employer_code 用人单位统一社会信用代码",
            "area_code 适用区域代码",
            "industry_scheme 行业分类版本",
            "industry_code 行业代码",
            "side 发出方",
            "form 形式",
            "delegates_all 代表总数",
            "delegates_present 到会代表",
            "delegates_for 赞成票");

    private static final List<String> DUES = List.of(
            "receipt_no 收据号",
            "line_no 行号",
            "union_id 工会编号",
            "name 姓名",
            "doc_type 证件类型",
            "doc_no 证件号码",
            "span_from 所属期起",
            "span_to 所属期止",
            "amount_fen 会费(元)",
            "paid_on 缴纳日期");

    private static final List<String> RECEIPTS = List.of(
            "receipt_no 凭证号",
            "line_no 行号",
            "channel 渠道",
            "kind 费种",
            "employer_code 缴费单位统一社会信用代码",
            "union_id 工会编号",
            "payroll_month 所属期",
            "credited_on 入库日期",
            "amount_fen 金额(元)");
}
