/**
 * A client for the REST interface of Apache Airflow 3 (version 2 of it, as Airflow 3.3 serves it). It needs Jackson and
 * nothing else of Zhigong. Start at {@link org.zhigong.airflow.Airflow}.
 */
@NullMarked
package org.zhigong.airflow;

import org.jspecify.annotations.NullMarked;
