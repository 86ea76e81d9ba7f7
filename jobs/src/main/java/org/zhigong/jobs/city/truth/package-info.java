/**
 * The true figures of a synthetic city: plain Java over what ingest is expected to accept, after the written
 * definitions, sharing nothing with the SQL models. Start at {@link org.zhigong.jobs.city.truth.Truth}.
 */
@NullMarked
package org.zhigong.jobs.city.truth;

import org.jspecify.annotations.NullMarked;
