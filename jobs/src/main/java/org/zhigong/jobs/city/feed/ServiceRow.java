package org.zhigong.jobs.city.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service to a person on a day, or a registration.
 *
 * @param serviceKind 1 service, 2 relief, 3 pay-out, 4 enrolment in mutual aid, 5 registration of hardship
 * @param serviceClass a code of {@code need_class}
 * @param insuredFrom the first day of the insurance that the row states; null if it states none
 * @param hardshipFrom the first day of the hardship that the row states; null if it states none
 */
public record ServiceRow(
        String deliveryId,
        String serviceKind,
        String serviceClass,
        long personNumber,
        @Nullable String employerCode,
        @Nullable String unionId,
        @Nullable String requestId,
        LocalDate deliveredOn,
        @Nullable Long amountFen,
        @Nullable LocalDate insuredFrom,
        @Nullable LocalDate insuredTo,
        @Nullable LocalDate hardshipFrom,
        @Nullable LocalDate hardshipTo)
        implements FeedRow {}
