/** Real clusters for tests: HDFS and Spark, each of processes of its own. */
@NullMarked
package org.zhigong.spark.cluster;

import org.jspecify.annotations.NullMarked;
