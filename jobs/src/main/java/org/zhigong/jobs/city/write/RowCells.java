package org.zhigong.jobs.city.write;

import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.ArbitrationRow;
import org.zhigong.jobs.city.feed.CertificateRow;
import org.zhigong.jobs.city.feed.CoveredUnitRow;
import org.zhigong.jobs.city.feed.DuesRow;
import org.zhigong.jobs.city.feed.EmployerRow;
import org.zhigong.jobs.city.feed.EventRow;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.HeadcountRow;
import org.zhigong.jobs.city.feed.MediationRow;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.PersonDocument;
import org.zhigong.jobs.city.feed.ReceiptRow;
import org.zhigong.jobs.city.feed.RequestRow;
import org.zhigong.jobs.city.feed.ScopeRow;
import org.zhigong.jobs.city.feed.ServiceRow;
import org.zhigong.jobs.city.feed.TrainingFundRow;
import org.zhigong.jobs.city.feed.TrainingRow;
import org.zhigong.jobs.city.feed.UnionRow;

/** Puts rows into cells, in the order of {@link Columns}. */
final class RowCells {

    private static final String[] CHANNELS = {"", "税务代收", "财政代缴", "自行拨缴"};
    private static final String[] KINDS = {"", "工会经费", "建会筹备金", "会费", "滞纳金", "退费"};

    private RowCells() {}

    /** @param number the row's number in the file, from 1 */
    static void write(FeedRow row, long number, Cells cells) {
        if (row instanceof MemberRow member) {
            member(member, number, cells);
        } else if (row instanceof HeadcountRow headcount) {
            headcount(headcount, cells);
        } else if (row instanceof EmployerRow employer) {
            employer(employer, cells);
        } else if (row instanceof ReceiptRow receipt) {
            receipt(receipt, cells);
        } else if (row instanceof UnionRow union) {
            union(union, cells);
        } else if (row instanceof CoveredUnitRow covered) {
            covered(covered, cells);
        } else if (row instanceof AgreementRow agreement) {
            BargainingCells.agreement(agreement, cells);
        } else if (row instanceof ScopeRow scope) {
            scope(scope, cells);
        } else if (row instanceof TrainingRow training) {
            SkillColumns.write(training, number, cells);
        } else if (row instanceof CertificateRow certificate) {
            SkillColumns.write(certificate, number, cells);
        } else if (row instanceof TrainingFundRow funds) {
            SkillColumns.write(funds, cells);
        } else if (row instanceof RequestRow request) {
            NeedCells.request(request, cells);
        } else if (row instanceof ServiceRow service) {
            NeedCells.service(service, cells);
        } else if (row instanceof DuesRow dues) {
            dues(dues, cells);
        } else if (row instanceof MediationRow mediation) {
            DisputeCells.mediation(mediation, cells);
        } else if (row instanceof ArbitrationRow arbitration) {
            DisputeCells.arbitration(arbitration, cells);
        } else if (row instanceof EventRow event) {
            BargainingCells.event(event, cells);
        }
    }

    private static void member(MemberRow row, long number, Cells cells) {
        PersonDocument document = PersonDocument.of(row.personNumber());
        cells.number(number);
        cells.text(PersonNames.name(row.personNumber(), row.nameVariant()));
        cells.code(document.docType());
        cells.code(document.docNo());
        cells.code(row.sex());
        cells.day(document.birthOn());
        cells.code(row.ethnicity());
        cells.code(row.politicalStatus());
        cells.code(row.education());
        cells.code(row.hukou());
        cells.code(row.employmentForm());
        cells.code(phone(row.personNumber()));
        cells.text(row.employerName());
        cells.code(row.employerCode());
        cells.code(row.unionId());
        cells.day(row.joinedOn());
        cells.code(row.membershipStatus());
        cells.day(row.leftOn());
        cells.day(row.updatedOn());
        cells.code(null);
    }

    /** Numbers of a range that was never given out; most are not known. */
    static @Nullable String phone(long personNumber) {
        return personNumber % 5 < 3 ? null : "1540000" + (1_000 + personNumber % 9_000);
    }

    private static void headcount(HeadcountRow row, Cells cells) {
        cells.code(row.employerCode());
        cells.month(row.reportMonth());
        cells.number(row.headcount());
        cells.number(row.women());
        cells.number(row.hukouLocalUrban());
        cells.number(row.hukouLocalRural());
        cells.number(row.hukouOutsideUrban());
        cells.number(row.hukouOutsideRural());
        cells.number(row.formFixedTerm());
        cells.number(row.formOpenEnded());
        cells.number(row.formTask());
        cells.number(row.formPartTime());
        cells.number(row.formDispatch());
        cells.number(row.formEstablishment());
        cells.number(row.formCivilServant());
        cells.number(row.dispatchedIn());
        cells.number(row.retiredRehired());
        cells.number(row.interns());
        cells.yuan(row.payrollFen());
    }

    private static void employer(EmployerRow row, Cells cells) {
        cells.code(row.creditCode());
        cells.text(row.employerName());
        cells.code(row.unitType());
        cells.code(row.streetCode());
        cells.code(row.industryScheme());
        cells.code(IndustryEditions.stated(row.industryScheme(), row.industryCode()));
        cells.code(row.ownershipScheme());
        cells.code(row.ownershipCode());
        cells.code(row.controlCode());
        cells.day(row.openedOn());
        cells.day(row.closedOn());
        cells.code(row.statusCode());
        cells.wanYuan(row.revenueFen());
        cells.wanYuan(row.assetsFen());
        cells.code(row.predecessorCode());
        cells.day(row.succeededOn());
        cells.day(row.updatedOn());
    }

    private static void receipt(ReceiptRow row, Cells cells) {
        cells.code(row.receiptNo());
        cells.number(row.lineNo());
        cells.text(CHANNELS[row.channel().charAt(0) - '0']);
        cells.text(KINDS[row.kind().charAt(0) - '0']);
        cells.code(row.employerCode());
        cells.code(row.unionId());
        cells.compactMonth(row.payrollMonth());
        cells.day(row.receivedOn());
        cells.yuan(row.amountFen());
    }

    private static void dues(DuesRow row, Cells cells) {
        PersonDocument document = PersonDocument.of(row.personNumber());
        cells.code(row.receiptNo());
        cells.number(row.lineNo());
        cells.code(row.unionId());
        cells.text(PersonNames.name(row.personNumber(), 0));
        cells.code(document.docType());
        cells.code(document.docNo());
        cells.month(row.spanFrom());
        cells.month(row.spanTo());
        cells.yuan(row.amountFen());
        cells.day(row.paidOn());
    }

    private static void union(UnionRow row, Cells cells) {
        cells.code(row.unionId());
        cells.text(row.unionName());
        cells.code(row.unionType());
        cells.code(row.unionCreditCode());
        cells.code(row.employerCode());
        cells.code(row.streetCode());
        cells.day(row.foundedOn());
        cells.day(row.closedOn());
        cells.text(row.closureApproval());
        cells.code(row.parentUnionId());
        cells.day(row.lastElectionOn());
        count(row.termYears(), cells);
        cells.day(row.updatedOn());
    }

    private static void covered(CoveredUnitRow row, Cells cells) {
        cells.code(row.unionId());
        cells.text(row.unionName());
        cells.code(row.employerCode());
        cells.text(row.employerName());
        cells.day(row.coveredFrom());
        cells.day(row.coveredTo());
    }

    private static void scope(ScopeRow row, Cells cells) {
        cells.code(row.agreementId());
        cells.number(row.scopeNo());
        cells.code(row.scopeForm());
        cells.code(row.employerCode());
        cells.code(row.areaCode());
        cells.code(row.industryScheme());
        cells.code(row.industryCode());
        cells.code(row.sizeClass());
        cells.code(row.ownershipGroup());
        cells.day(row.validFrom());
        cells.day(row.validTo());
    }

    static void count(@Nullable Long count, Cells cells) {
        if (count == null) {
            cells.code(null);
        } else {
            cells.number(count);
        }
    }
}
