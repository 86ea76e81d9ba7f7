-- One row per enterprise registered in the month.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.registrations
),

-- A registration may come in several files; the later delivery counts.
newest as (
    select
        credit_code,
        employer_name,
        registered_on,
        enterprise_type,
        capital_text,
        capital_fen,
        capital_currency,
        province_name,
        district_name,
        district_code,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        row_number() over (
            partition by credit_code
            order by
                received_on desc nulls last,
                file_sha256 desc nulls last,
                file_row_number desc nulls last
        ) as recency
    from delivered
    -- Every delivery counts; of a corrected row the latest correction.
    where is_current
)

select
    month.period,
    newest.credit_code,
    newest.employer_name,
    newest.registered_on,
    newest.enterprise_type,
    newest.capital_text,
    newest.capital_fen,
    newest.capital_currency,
    newest.province_name,
    newest.district_name,
    newest.district_code,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
