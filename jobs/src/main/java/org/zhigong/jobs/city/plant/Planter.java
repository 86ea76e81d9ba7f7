package org.zhigong.jobs.city.plant;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.zhigong.jobs.city.feed.Delivery;
import org.zhigong.jobs.city.feed.DeliveryForm;
import org.zhigong.jobs.city.feed.FeedRow;

/**
 * Goes along the rows of one file and makes some of them wrong: now and then, each time in another way, and never so
 * many that the file as a whole could not be used.
 */
public final class Planter {

    /** Rows between two that are made wrong; more after one that is lost. */
    private static final int STEP = 6;

    private static final int STEP_AFTER_LOSS = 44;
    private static final int FIRST = 3;

    /** Where cells have places of their own none can shift another. */
    private static final Set<String> OF_TEXTS = Set.of("COLUMN_COUNT", "BAD_QUOTE");

    private final List<RowDefect> waiting;
    private long rows;
    private long next = FIRST;

    private Planter(List<RowDefect> waiting) {
        this.waiting = waiting;
    }

    /** A planter that leaves every row as it is. */
    public static Planter idle() {
        return new Planter(List.of());
    }

    /**
     * A planter for one file; files of other numbers are wrong in other ways.
     *
     * @param special defects that have to be planted in this very file, as soon as a row suits them
     */
    static Planter of(FilePlan plan, List<RowDefect> special) {
        String absent = plan.treatment().absentColumn();
        int most = plan.planting();
        boolean isText = DeliveryForm.ofName(plan.delivery().fileName()).isText();
        List<RowDefect> all = defects(plan.delivery()).stream()
                .filter(defect -> !absent.equals(defect.mark().column()))
                .filter(defect -> isText || !OF_TEXTS.contains(defect.mark().code()))
                .toList();
        List<RowDefect> waiting = new ArrayList<>(special);
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            waiting.add(all.get(Math.floorMod(plan.number() * most + i, all.size())));
        }
        return new Planter(waiting);
    }

    /** Gives the lines that stand in the file for {@code row}, and what is left out of it to {@code missing}. */
    public void lines(FeedRow row, Consumer<? super Line> each, Consumer<? super Mark> missing) {
        rows++;
        if (rows < next || waiting.isEmpty()) {
            each.accept(Line.clean(row));
            return;
        }
        Iterator<RowDefect> candidates = waiting.iterator();
        while (candidates.hasNext()) {
            RowDefect defect = candidates.next();
            if (rows >= defect.earliest() && defect.suits().test(row)) {
                candidates.remove();
                next = rows + (defect.isQuarantining() ? STEP_AFTER_LOSS : STEP);
                plant(defect, row, each, missing);
                return;
            }
        }
        each.accept(Line.clean(row));
    }

    private static void plant(
            RowDefect defect, FeedRow row, Consumer<? super Line> each, Consumer<? super Mark> missing) {
        List<Line> lines = defect.lines().apply(row);
        lines.forEach(each);
        if (lines.isEmpty()) {
            missing.accept(defect.mark());
        }
    }

    private static List<RowDefect> defects(Delivery delivery) {
        return switch (delivery.feed()) {
            case EMPLOYERS -> RegisterDefects.employers();
            case HEADCOUNT -> RegisterDefects.headcounts();
            case UNIONS -> RegisterDefects.unions();
            case COVERED_UNITS -> RegisterDefects.coveredUnits();
            case MEMBERS -> MemberDefects.all();
            case AGREEMENTS -> BargainingDefects.agreements(delivery.period());
            case AGREEMENT_SCOPE -> BargainingDefects.scope();
            case AGREEMENT_EVENTS -> BargainingDefects.events();
            case RECEIPTS -> BargainingDefects.receipts();
            case TRAINING -> SkillDefects.training();
            case CERTIFICATES -> SkillDefects.certificates();
            case TRAINING_FUNDS -> SkillDefects.trainingFunds();
            case REQUESTS -> NeedDefects.requests(delivery.period());
            case SERVICES -> NeedDefects.services();
            case DUES -> DuesDefects.all();
            case MEDIATION -> DisputeDefects.mediation(delivery.period());
            case ARBITRATION -> DisputeDefects.arbitration();
        };
    }
}
