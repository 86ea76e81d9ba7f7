/** To be written. Start at the README. */
@NullMarked
package org.zhigong.transform;

import org.jspecify.annotations.NullMarked;
