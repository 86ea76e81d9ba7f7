/** To be written. Start at the README. */
@NullMarked
package org.zhigong.marts;

import org.jspecify.annotations.NullMarked;
