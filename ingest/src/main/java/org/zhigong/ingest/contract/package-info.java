/** The contracts of {@code ingest/feeds}, read and checked. Start at {@link org.zhigong.ingest.contract.Contracts}. */
@NullMarked
package org.zhigong.ingest.contract;

import org.jspecify.annotations.NullMarked;
