/**
 * Indicators, the figures that they give, and their protection. Start at {@link org.zhigong.marts.Figures}, which goes
 * from the outputs of bases to protected figures; {@link org.zhigong.marts.Indicator} says what an indicator is and
 * {@link org.zhigong.marts.Protection} what may be shown.
 */
@NullMarked
package org.zhigong.marts;

import org.jspecify.annotations.NullMarked;
