package org.zhigong.jobs.city.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.TrainingRow;

/** Who completed courses at which employer. */
final class Learning {

    /** The courses of a person at one employer, with what the last of them there says of the person. */
    record Learner(String employerId, String sex, String hukou, String form, boolean isTrainedHere, long hours) {

        String value(Attribute attribute) {
            return switch (attribute) {
                case SEX -> sex;
                case HUKOU -> hukou;
                case FORM -> form;
            };
        }
    }

    private static final Comparator<TrainingRow> LATER =
            Comparator.comparing(TrainingRow::endedOn).thenComparing(TrainingRow::enrolId);

    private record Seat(long person, String employerId) {}

    private Learning() {}

    static List<Learner> of(List<TrainingRow> courses, Successions successions) {
        Map<Long, TrainingRow> last = new HashMap<>();
        Map<Seat, List<TrainingRow>> seats = new HashMap<>();
        for (TrainingRow course : courses) {
            if (course.isCompleted()) {
                Seat seat = new Seat(course.personNumber(), employer(course, successions));
                seats.computeIfAbsent(seat, empty -> new ArrayList<>()).add(course);
                last.merge(course.personNumber(), course, Learning::later);
            }
        }
        List<Learner> learners = new ArrayList<>();
        seats.forEach((seat, taken) -> {
            TrainingRow lastHere = taken.stream().max(LATER).orElseThrow();
            long hours = taken.stream().mapToLong(TrainingRow::hours).sum();
            boolean isTrainedHere = lastHere.equals(last.get(seat.person()));
            learners.add(new Learner(
                    seat.employerId(),
                    MemberCounts.sex(lastHere.sex()),
                    MemberCounts.hukou(lastHere.hukou()),
                    MemberCounts.form(lastHere.employmentForm()),
                    isTrainedHere,
                    hours));
        });
        return learners;
    }

    private static String employer(TrainingRow course, Successions successions) {
        @Nullable String code = course.employerCode();
        return code == null ? Employer.NONE : successions.current(code);
    }

    private static TrainingRow later(TrainingRow one, TrainingRow other) {
        return LATER.compare(one, other) >= 0 ? one : other;
    }
}
