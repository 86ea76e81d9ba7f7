/**
 * What a check found, as a workbook that a clerk can work through. Start at
 * {@link org.zhigong.ingest.inspect.InspectionWorkbook}.
 */
@NullMarked
package org.zhigong.ingest.inspect;

import org.jspecify.annotations.NullMarked;
