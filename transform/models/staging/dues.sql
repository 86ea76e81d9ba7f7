-- One row per member and payment of dues whose span of months begins with the month.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.dues
),

-- A payment may be delivered again, corrected; the later delivery counts.
newest as (
    select
        receipt_no,
        line_no,
        union_id,
        person_key,
        span_from,
        span_to,
        amount_fen,
        paid_on,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        row_number() over (
            partition by receipt_no, line_no
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
    newest.receipt_no,
    newest.line_no,
    newest.union_id,
    newest.person_key,
    newest.span_from,
    newest.span_to,
    newest.amount_fen,
    newest.paid_on,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
