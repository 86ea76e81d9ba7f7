package org.zhigong.jobs.city.truth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhigong.jobs.city.truth.TrueIndicator.Counted;

/** The indicators of arrears, dues, the preparatory fund and channels. */
final class FundIndicators {

    /** Months that must be known before a first payment can lie twenty-four months back. */
    static final int COHORT_WINDOW = 25;

    private static final Set<String> BY_OWNERSHIP = Set.of("ownership");
    private static final Set<String> BY_INDUSTRY_AND_OWNERSHIP = Set.of("industry", "ownership");

    private FundIndicators() {}

    /** What stands at the end of a month. */
    static List<TrueIndicator<FundStanding>> stocks() {
        return List.of(
                TrueIndicator.<FundStanding>rate(
                                "fund_arrears_rate",
                                Counted.EMPLOYERS,
                                row -> row.isInArrears() ? 1 : 0,
                                row -> 1,
                                FundStanding::workers)
                        .duty(125)
                        .among(FundStanding::isLiable)
                        .by(BY_INDUSTRY_AND_OWNERSHIP),
                amount("fund_arrears_amount"),
                TrueIndicator.<FundStanding>count(
                                "fund_late_fee", Counted.FEN, FundStanding::lateFeeFen, FundStanding::workers)
                        .unit("fen")
                        .duty(125)
                        .among(FundStanding::isInArrears)
                        .by(BY_INDUSTRY_AND_OWNERSHIP),
                TrueIndicator.rate(
                                "member_dues_rate",
                                Counted.PERSONS,
                                FundStanding::duesMembers,
                                FundStanding::members,
                                FundStanding::members)
                        .duty(127)
                        .by(BY_OWNERSHIP));
    }

    private static TrueIndicator<FundStanding> amount(String id) {
        return TrueIndicator.<FundStanding>count(id, Counted.FEN, FundStanding::arrearsFen, FundStanding::workers)
                .unit("fen")
                .duty(125)
                .among(FundStanding::isInArrears)
                .by(BY_INDUSTRY_AND_OWNERSHIP);
    }

    /** Of whom paid preparatory fund first two years ago. */
    static TrueIndicator<FundStanding> cohort() {
        return TrueIndicator.rate(
                        "preparatory_fund_unionised",
                        Counted.EMPLOYERS,
                        FundStanding::cohortsUnionised,
                        FundStanding::cohorts,
                        FundStanding::workers)
                .duty(124)
                .among(row -> row.cohorts() > 0)
                .by(BY_INDUSTRY_AND_OWNERSHIP)
                .window(COHORT_WINDOW);
    }

    /** What was paid for a month or several. */
    static List<TrueIndicator<Payer>> amounts() {
        return List.of(
                TrueIndicator.rate("fund_channel_share", Counted.FEN, Payer::amount, Payer::amount, Payer::workers)
                        .duty(123)
                        .by(BY_OWNERSHIP)
                        .mixed(new Channels() {
                            @Override
                            public long part(Payer row, String category, long amount) {
                                return row.amount(category);
                            }
                        }),
                TrueIndicator.<Payer>count(
                                "preparatory_fund_amount",
                                Counted.FEN,
                                row -> row.amount(Payer.PREPARATORY),
                                Payer::workers)
                        .unit("fen")
                        .duty(124)
                        .among(row -> row.pays(Payer.PREPARATORY))
                        .by(BY_INDUSTRY_AND_OWNERSHIP));
    }

    /** Who paid for a month. */
    static List<TrueIndicator<Payer>> payers() {
        return List.of(
                TrueIndicator.<Payer>rate(
                                "fund_channel_payers_share", Counted.EMPLOYERS, row -> 1, row -> 1, Payer::workers)
                        .duty(123)
                        .by(BY_OWNERSHIP)
                        .mixed(new Channels() {
                            @Override
                            public long part(Payer row, String category, long amount) {
                                return row.pays(category) ? 1 : 0;
                            }
                        }),
                TrueIndicator.<Payer>count("preparatory_fund_payers", Counted.EMPLOYERS, row -> 1, Payer::workers)
                        .duty(124)
                        .among(row -> row.pays(Payer.PREPARATORY))
                        .by(BY_INDUSTRY_AND_OWNERSHIP));
    }

    /** A payer may pay by several. */
    private abstract static class Channels implements TrueIndicator.Mix<Payer> {

        @Override
        public List<String> categories() {
            return List.of("tax", "fiscal", "own", Payer.PREPARATORY, "unknown");
        }

        @Override
        public Optional<String> of(Payer row) {
            return Optional.empty();
        }

        @Override
        public Optional<Interval> bounds(String category, List<Long> listed, long all, List<StatedTotal> stated) {
            return Optional.empty();
        }
    }
}
