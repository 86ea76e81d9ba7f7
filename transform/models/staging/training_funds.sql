-- One row per reporting credit code: education funds of the year that ends with the month.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.training_funds
),

-- A return may be delivered again, corrected; the later delivery counts.
newest as (
    select
        employer_code,
        period_from,
        period_to,
        accrued_fen,
        spent_fen,
        frontline_fen,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        row_number() over (
            partition by employer_code
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
    newest.employer_code,
    newest.period_from,
    newest.period_to,
    newest.accrued_fen,
    newest.spent_fen,
    newest.frontline_fen,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
