package org.zhigong.jobs.city.write;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.PersonDocument;
import org.zhigong.jobs.city.feed.RequestRow;
import org.zhigong.jobs.city.feed.ServiceRow;

/** Puts requests and services into cells; tickets say in their text who called, as tickets do. */
final class NeedCells {

    static final List<String> REQUESTS = List.of(
            "request_id 工单编号",
            "channel 受理渠道",
            "is_anonymous 是否匿名",
            "name 姓名",
            "doc_type 证件类型",
            "doc_no 证件号码",
            "phone 手机号码",
            "employer_code 单位统一社会信用代码",
            "union_id 工会编号",
            "need_class 诉求类别",
            "opened_on 受理时间",
            "closed_on 办结时间",
            "content 诉求内容",
            "reply 办理结果");

    static final List<String> SERVICES = List.of(
            "delivery_id 服务编号",
            "service_kind 服务方式",
            "service_class 服务类别",
            "name 姓名",
            "doc_type 证件类型",
            "doc_no 证件号码",
            "phone 手机号码",
            "employer_code 单位统一社会信用代码",
            "union_id 工会编号",
            "request_id 工单编号",
            "delivered_on 服务日期",
            "amount_fen 金额(元)",
            "insured_from 参保起始日期",
            "insured_to 参保终止日期",
            "hardship_from 困难建档日期",
            "hardship_to 困难脱困日期",
            "remark 备注");

    private NeedCells() {}

    static void request(RequestRow row, Cells cells) {
        Long person = row.personNumber();
        cells.code(row.requestId());
        cells.code(row.channel());
        cells.text(person == null ? "是" : "否");
        person(person, cells);
        cells.code(row.employerCode());
        cells.code(row.unionId());
        cells.code(row.needClass());
        cells.code(minute(row.openedAt()));
        cells.code(minute(row.closedAt()));
        cells.text(content(person));
        cells.text(row.closedAt() == null ? "" : "已答复");
    }

    static void service(ServiceRow row, Cells cells) {
        cells.code(row.deliveryId());
        cells.code(row.serviceKind());
        cells.code(row.serviceClass());
        person(row.personNumber(), cells);
        cells.code(row.employerCode());
        cells.code(row.unionId());
        cells.code(row.requestId());
        cells.day(row.deliveredOn());
        Long amount = row.amountFen();
        if (amount == null) {
            cells.code(null);
        } else {
            cells.yuan(amount);
        }
        cells.day(row.insuredFrom());
        cells.day(row.insuredTo());
        cells.day(row.hardshipFrom());
        cells.day(row.hardshipTo());
        cells.code(null);
    }

    private static void person(@Nullable Long person, Cells cells) {
        if (person == null) {
            cells.code(null);
            cells.code(null);
            cells.code(null);
            cells.code(null);
            return;
        }
        PersonDocument document = PersonDocument.of(person);
        cells.text(PersonNames.name(person, 0));
        cells.code(document.docType());
        cells.code(document.docNo());
        cells.code(RowCells.phone(person));
    }

    /** What stands in the ticket: one in three says who called, with the number of the document or the phone. */
    private static String content(@Nullable Long person) {
        if (person == null) {
            return "来电人不愿透露姓名";
        }
        String name = PersonNames.name(person, 0);
        String phone = RowCells.phone(person);
        return switch ((int) (person / 2 % 3)) {
            case 0 -> name + "来电 身份证号" + PersonDocument.of(person).docNo() + " 请尽快处理";
            case 1 -> phone == null ? name + "希望得到帮助" : name + "的电话是" + phone + " 请回电";
            default -> "职工希望得到帮助";
        };
    }

    private static @Nullable String minute(@Nullable LocalDateTime at) {
        return at == null ? null : at.toString().substring(0, 16).replace('T', ' ');
    }
}
