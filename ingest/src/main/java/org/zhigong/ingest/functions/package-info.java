/**
 * The domain's rules for one cell of text: pure, without state, the same on every machine. Start at
 * {@link org.zhigong.ingest.functions.CellParser}, then {@link org.zhigong.ingest.functions.Functions}, which lists
 * them.
 */
@NullMarked
package org.zhigong.ingest.functions;

import org.jspecify.annotations.NullMarked;
