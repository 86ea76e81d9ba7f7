package org.zhigong.jobs.city.feed;

/**
 * One row of a delivery, as ingest is expected to understand it: codes normalised, money in fen, missing values
 * {@code null}.
 */
public sealed interface FeedRow
        permits EmployerRow,
                HeadcountRow,
                UnionRow,
                CoveredUnitRow,
                MemberRow,
                AgreementRow,
                ScopeRow,
                EventRow,
                ReceiptRow,
                TrainingRow,
                CertificateRow,
                TrainingFundRow,
                RequestRow,
                ServiceRow,
                DuesRow,
                MediationRow,
                ArbitrationRow {}
