/**
 * A release for leadership: a few pages whose every number is a released figure and whose every sentence is worked out
 * from them. Start at {@link org.zhigong.jobs.briefing.Briefing}.
 */
@NullMarked
package org.zhigong.jobs.briefing;

import org.jspecify.annotations.NullMarked;
