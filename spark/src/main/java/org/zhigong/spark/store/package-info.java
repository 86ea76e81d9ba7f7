/**
 * Homes on Hadoop file systems: HDFS and whatever else Hadoop reaches. Start at
 * {@link org.zhigong.spark.store.HadoopStore}.
 */
@NullMarked
package org.zhigong.spark.store;

import org.jspecify.annotations.NullMarked;
