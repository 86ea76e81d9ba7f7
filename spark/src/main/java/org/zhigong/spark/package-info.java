/** The second engine, Apache Spark. Start at {@link org.zhigong.spark.Spark}. */
@NullMarked
package org.zhigong.spark;

import org.jspecify.annotations.NullMarked;
