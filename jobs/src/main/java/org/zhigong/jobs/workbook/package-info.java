/**
 * A release as a workbook for spreadsheets: its recent figures, their definitions, and the quality of what they were
 * made from. Start at {@link org.zhigong.jobs.workbook.Workbook}.
 */
@NullMarked
package org.zhigong.jobs.workbook;

import org.jspecify.annotations.NullMarked;
