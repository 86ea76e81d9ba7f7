/** Whole months closed by the command line, each command and server in a process of its own. */
@NullMarked
package org.zhigong.spark.close;

import org.jspecify.annotations.NullMarked;
