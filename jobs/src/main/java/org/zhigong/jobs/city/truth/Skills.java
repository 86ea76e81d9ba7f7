package org.zhigong.jobs.city.truth;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.feed.TrainingFundRow;

/** The figures on skilled workers, training and education funds, month by month. */
final class Skills {

    private static final int YEAR = 12;

    private final KnownDeliveries known;
    private final SkillFiles files;
    private final PastYear pastYear = new PastYear();

    Skills(KnownDeliveries known) {
        this.known = known;
        files = new SkillFiles(known);
    }

    /** Adds the figures of one month more. Months come in order, none left out. */
    void add(Figures figures, MonthRows rows, Collection<EmployerMonth> employers) {
        pastYear.add(rows, employers);
        Successions successions = Successions.of(rows.employers(), rows.asOf());
        List<Period> periods = Period.endingWith(rows.month());
        Map<Cell, List<SkillRow>> skilled = skilled(rows, employers, successions);
        SkillIndicators.ofSkilled().forEach(indicator -> figures.add(indicator, skilled, List.of(), periods));

        Map<Cell, List<TrainingShare>> training = training(rows.month(), successions);
        long months = known.monthsKnown(Set.of(Feed.TRAINING, Feed.HEADCOUNT), rows.month());
        SkillIndicators.ofTraining().forEach(indicator -> figures.add(indicator, training, periods, months));

        List<Period> years =
                periods.stream().filter(period -> period.months() == YEAR).toList();
        if (!years.isEmpty()) {
            Map<Cell, List<EducationFundRow>> funds = funds(rows.month(), employers, successions);
            long payrolls = known.monthsKnown(Set.of(Feed.HEADCOUNT), rows.month());
            SkillIndicators.ofFunds().forEach(indicator -> figures.add(indicator, funds, years, payrolls));
            figures.add(SkillIndicators.medianOfFunds(), funds, years, payrolls);
        }
    }

    private Map<Cell, List<SkillRow>> skilled(
            MonthRows rows, Collection<EmployerMonth> employers, Successions successions) {
        Map<String, EmployerMonth> byId = byId(employers);
        Map<String, Parts<SkillRow>> parts = new HashMap<>();
        byId.forEach((id, month) -> parts.put(id, new Parts<>(SkillRow.of(true, month.workers()))));
        for (SkilledPersons.Skilled person : SkilledPersons.of(rows, files, successions)) {
            String id = person.employerId().orElse(Employer.NONE);
            boolean isSomebody = !id.equals(Employer.NONE);
            boolean isInScope = byId.containsKey(id) && byId.get(id).isInScope();
            Parts<SkillRow> ofEmployer = parts.computeIfAbsent(id, any -> new Parts<>(SkillRow.of(isSomebody, 0)));
            SkillRow nobody = SkillRow.of(isSomebody, 0);
            ofEmployer.whole = ofEmployer.whole.plus(person, isInScope);
            ofEmployer.change("sex", person.sex(), nobody, row -> row.plus(person, isInScope));
            if (person.rank() > 0) {
                ofEmployer.change("skill_level", "rank_" + person.rank(), nobody, row -> row.plus(person, isInScope));
            }
        }
        Map<String, Standing> standings = new HashMap<>();
        byId.forEach((id, month) -> standings.put(id, Standing.of(month)));
        return cells(parts, standings);
    }

    private Map<Cell, List<TrainingShare>> training(YearMonth month, Successions successions) {
        Map<String, Parts<TrainingShare>> parts = new HashMap<>();
        Map<String, Standing> standings = new HashMap<>();
        pastYear.stocks(successions).forEach((id, stocks) -> {
            Parts<TrainingShare> ofEmployer = new Parts<>(TrainingShare.of(true, stocks.all()));
            for (Attribute attribute : Attribute.values()) {
                stocks.by(attribute)
                        .forEach((value, workers) -> ofEmployer.change(
                                attribute.word(), value, TrainingShare.of(true, workers), row -> row));
            }
            parts.put(id, ofEmployer);
            standings.put(id, stocks.standing());
        });
        YearMonth first = month.minusMonths(YEAR - 1L);
        for (Learning.Learner learner : Learning.of(files.courses(first, month), successions)) {
            boolean isSomebody = !learner.employerId().equals(Employer.NONE);
            TrainingShare nobody = TrainingShare.of(isSomebody, 0);
            Parts<TrainingShare> ofEmployer = parts.computeIfAbsent(learner.employerId(), any -> new Parts<>(nobody));
            ofEmployer.whole = ofEmployer.whole.plus(learner);
            for (Attribute attribute : Attribute.values()) {
                ofEmployer.change(attribute.word(), learner.value(attribute), nobody, row -> row.plus(learner));
            }
        }
        return cells(parts, standings);
    }

    private Map<Cell, List<EducationFundRow>> funds(
            YearMonth month, Collection<EmployerMonth> employers, Successions successions) {
        Map<String, EmployerMonth> byId = byId(employers);
        Map<String, Sighting<TrainingFundRow>> returns = new HashMap<>();
        for (Sighting<TrainingFundRow> sighting : files.returns(month)) {
            String id = successions.current(sighting.row().employerCode());
            returns.merge(id, sighting, (one, other) -> newer(id, one, other));
        }
        Map<String, Long> payrolls = pastYear.payrolls(successions, new HashSet<>(returns.keySet()));
        CellRows<EducationFundRow> cells = new CellRows<>();
        returns.forEach((id, sighting) -> {
            TrainingFundRow row = sighting.row();
            EmployerMonth employer = byId.get(id);
            long payroll = payrolls.getOrDefault(id, 0L);
            cells.whole(
                    employer == null ? Standing.UNKNOWN : Standing.of(employer),
                    new EducationFundRow(
                            id,
                            payroll > 0,
                            payroll,
                            row.accruedFen(),
                            row.spentFen(),
                            row.frontlineFen(),
                            employer == null ? 0 : employer.workers()));
        });
        return cells.cells();
    }

    /** Of two returns of one employer that under the newer code, then the later, then that of the smaller code. */
    private static Sighting<TrainingFundRow> newer(
            String id, Sighting<TrainingFundRow> one, Sighting<TrainingFundRow> other) {
        Comparator<Sighting<TrainingFundRow>> order = Comparator.comparing((Sighting<TrainingFundRow> sighting) ->
                        sighting.row().employerCode().equals(id))
                .thenComparing(Sighting::receivedOn)
                .thenComparing(sighting -> sighting.row().employerCode(), Comparator.reverseOrder());
        return order.compare(one, other) >= 0 ? one : other;
    }

    private static Map<String, EmployerMonth> byId(Collection<EmployerMonth> employers) {
        Map<String, EmployerMonth> byId = new HashMap<>();
        for (EmployerMonth month : employers) {
            if (!month.employer().id().equals(Employer.NONE)) {
                byId.put(month.employer().id(), month);
            }
        }
        return byId;
    }

    /** What is counted of one employer: all, and each value of each attribute. */
    private static final class Parts<R> {
        private final Map<String, Map<String, R>> byAttribute = new HashMap<>();
        private R whole;

        private Parts(R whole) {
            this.whole = whole;
        }

        private void change(String attribute, String value, R nobody, UnaryOperator<R> change) {
            byAttribute
                    .computeIfAbsent(attribute, any -> new HashMap<>())
                    .compute(value, (any, row) -> change.apply(row == null ? nobody : row));
        }
    }

    private static <R> Map<Cell, List<R>> cells(Map<String, Parts<R>> parts, Map<String, Standing> standings) {
        CellRows<R> cells = new CellRows<>();
        parts.forEach((id, ofEmployer) -> {
            Standing at = standings.getOrDefault(id, Standing.UNKNOWN);
            cells.whole(at, ofEmployer.whole);
            ofEmployer.byAttribute.forEach(
                    (attribute, values) -> values.forEach((value, row) -> cells.part(at, attribute, value, row)));
        });
        return cells.cells();
    }
}
