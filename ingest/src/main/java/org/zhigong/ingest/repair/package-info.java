/**
 * The workbook in which quarantined rows go out to their deliverer and come back corrected. Start at
 * {@link org.zhigong.ingest.repair.RepairWorkbook}.
 */
@NullMarked
package org.zhigong.ingest.repair;

import org.jspecify.annotations.NullMarked;
