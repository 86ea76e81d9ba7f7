package org.zhigong.jobs.city.write;

import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.AgreementRow;
import org.zhigong.jobs.city.feed.BargainingParty;
import org.zhigong.jobs.city.feed.EventRow;
import org.zhigong.jobs.city.feed.Vote;
import org.zhigong.jobs.city.feed.WageTerms;

/** Puts agreements and their events into cells, in the order of {@link Columns}. */
final class BargainingCells {

    private BargainingCells() {}

    static void agreement(AgreementRow row, Cells cells) {
        cells.code(row.agreementId());
        cells.code(row.agreementKind());
        cells.code(row.agreementLevel());
        cells.text(row.hasWageChapter() ? "是" : "否");
        cells.code(row.employerCode());
        cells.code(row.areaCode());
        cells.code(row.industryScheme());
        cells.code(row.industryCode());
        cells.day(row.signedOn());
        cells.day(row.termStart());
        cells.day(row.termEnd());
        cells.text(row.isAutoRenewal() ? "是" : "否");
        RowCells.count(row.statedUnits(), cells);
        RowCells.count(row.statedWorkers(), cells);
        // What it covers stands in numbers; some planted rows say it in one text.
        cells.code(null);
        wages(row.wages(), cells);
        cells.code(row.predecessorId());
        cells.day(row.updatedOn());
    }

    private static void wages(WageTerms wages, Cells cells) {
        yuan(wages.beforeMinFen(), cells);
        yuan(wages.beforeMeanFen(), cells);
        yuan(wages.afterMinFen(), cells);
        yuan(wages.afterMeanFen(), cells);
        yuan(wages.floorFen(), cells);
        RowCells.count(wages.headcount(), cells);
    }

    private static void yuan(@Nullable Long fen, Cells cells) {
        if (fen == null) {
            cells.code(null);
        } else {
            cells.yuan(fen);
        }
    }

    static void event(EventRow row, Cells cells) {
        BargainingParty party = row.party();
        @Nullable Vote vote = row.vote();
        cells.code(row.agreementId());
        cells.code(row.eventType());
        cells.day(row.eventOn());
        cells.code(party.level());
        cells.code(party.employerCode());
        cells.code(party.areaCode());
        cells.code(party.industryScheme());
        cells.code(party.industryCode());
        cells.code(row.side());
        cells.code(row.form());
        RowCells.count(vote == null ? null : vote.all(), cells);
        RowCells.count(vote == null ? null : vote.present(), cells);
        RowCells.count(vote == null ? null : vote.inFavour(), cells);
    }
}
