package org.zhigong.ingest.read;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was declared about a delivery, as far as it was.
 *
 * @param period the month it was made for
 * @param receivedOn the day it was delivered; empty: the last day of the period
 * @param rows how many rows it has; 0 says that an empty file is meant to be empty
 * @param control the text of its control file; empty if there is none
 */
public record Terms(
        Optional<YearMonth> period, Optional<LocalDate> receivedOn, OptionalLong rows, Optional<String> control) {}
