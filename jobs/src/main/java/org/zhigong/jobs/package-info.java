/** To be written. Start at the README. */
@NullMarked
package org.zhigong.jobs;

import org.jspecify.annotations.NullMarked;
