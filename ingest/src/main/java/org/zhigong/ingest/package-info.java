/**
 * Brings the files of an inbox into immutable batches. Contracts and code lists stand in {@code feeds} and
 * {@code codes}. Start at {@link org.zhigong.ingest.Ingest}.
 */
@NullMarked
package org.zhigong.ingest;

import org.jspecify.annotations.NullMarked;
