package org.zhigong.jobs.city.truth;

import java.util.List;
import org.zhigong.jobs.city.truth.TrueIndicator.Counted;

/** The indicators of unions, which stand at the union's place, and of the fund. */
final class OtherIndicators {

    private OtherIndicators() {}

    static List<TrueIndicator<UnionMonth>> ofUnions() {
        return List.of(
                TrueIndicator.count("members", Counted.PERSONS, UnionMonth::members, UnionMonth::members),
                TrueIndicator.<UnionMonth>count("unions", Counted.UNITS, row -> 1, UnionMonth::members)
                        .among(UnionMonth::isBase),
                TrueIndicator.count("joint_union_units", Counted.UNITS, UnionMonth::coveredUnits, UnionMonth::members)
                        .duty(101)
                        .among(UnionMonth::isJoint),
                TrueIndicator.rate(
                                "joint_union_units_per_union",
                                Counted.UNITS,
                                UnionMonth::coveredUnits,
                                row -> 1,
                                UnionMonth::members)
                        .duty(101)
                        .unit("ratio")
                        .among(UnionMonth::isJoint));
    }

    static TrueIndicator<FundRow> fundCollection() {
        return TrueIndicator.rate(
                        "fund_collection_rate", Counted.FEN, FundRow::receivedFen, FundRow::dueFen, FundRow::workers)
                .duty(122)
                .by(EmployerIndicators.TRAITS);
    }
}
