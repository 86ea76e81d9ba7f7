package org.zhigong.transform;

import java.nio.file.Path;

/** Four models in two layers over two feeds and a code list: enough of a warehouse to be built. */
final class TestModels {

    private TestModels() {}

    static ModelFolder write(Path folder) {
        return new ModelFolder(folder)
                .with("staging.employers", STAGING_EMPLOYERS, yaml("[credit_code]", "raw.employers: 2", """
                          credit_code: {type: varchar, zh: 代码, en: Code}
                          street_code: {type: varchar, zh: 街道, en: Street}
                          staff: {type: bigint, zh: 人数, en: Staff}
                        """))
                .with("staging.receipts", STAGING_RECEIPTS, yaml("[receipt_no]", "raw.receipts: 1", """
                          receipt_no: {type: varchar, zh: 凭证, en: Receipt}
                          credit_code: {type: varchar, zh: 代码, en: Code}
                          amount_fen: {type: bigint, zh: 金额, en: Amount}
                        """))
                .with("core.employers", CORE_EMPLOYERS, yaml("[credit_code]", "staging.employers: 1", """
                          credit_code: {type: varchar, zh: 代码, en: Code}
                          street: {type: varchar, zh: 街道, en: Street}
                          staff: {type: bigint, zh: 人数, en: Staff}
                        """) + """
                        checks:
                          - {check: staff > 0, severity: alert, owner: register office}
                        """)
                .with("core.payers", CORE_PAYERS, yaml("[credit_code]", "staging.receipts: 2", """
                          credit_code: {type: varchar, zh: 代码, en: Code}
                          street: {type: varchar, zh: 街道, en: Street}
                          amount_fen: {type: bigint, zh: 金额, en: Amount}
                        """));
    }

    private static String yaml(String grain, String reads, String columns) {
        return ModelFolder.HEAD + """
                grain: %s
                reads: {%s}
                columns:
                  period: {type: varchar, zh: 月份, en: Month}
                """.formatted(grain, reads) + columns;
    }

    private static final String STAGING_EMPLOYERS = """
            -- One row per employer, as last reported.
            with

            ranked as (
                select
                    credit_code,
                    street_code,
                    staff,
                    row_number() over (partition by credit_code order by period desc) as recency
                from raw.employers
                where is_current
            )

            select
                period.period,
                ranked.credit_code,
                ranked.street_code,
                ranked.staff
            from ranked
            cross join run.period
            where ranked.recency = 1
            """;

    private static final String STAGING_RECEIPTS = """
            -- One row per receipt of the month.
            select
                period.period,
                receipts.receipt_no,
                receipts.credit_code,
                receipts.amount_fen
            from raw.receipts
            cross join run.period
            where receipts.credited_on < receipts.received_on
            """;

    private static final String CORE_EMPLOYERS = """
            -- One row per employer.
            select
                employers.period,
                employers.credit_code,
                streets.name as street,
                employers.staff
            from staging.employers
            left join codes.streets on employers.street_code = streets.code
            """;

    private static final String CORE_PAYERS = """
            -- One row per employer that paid in the month or the one before.
            select
                period.period,
                receipts.credit_code,
                min(employers.street) as street,
                cast(sum(receipts.amount_fen) as bigint) as amount_fen
            from staging.receipts
            cross join run.period
            left join core.employers on receipts.credit_code = employers.credit_code
            group by period.period, receipts.credit_code
            """;
}
