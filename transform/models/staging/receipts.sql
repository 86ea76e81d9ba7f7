-- One row per line of a receipt of union funds for the payroll month.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.receipts
),

-- A line may be delivered again, corrected; the later delivery counts.
newest as (
    select
        receipt_no,
        line_no,
        channel,
        kind,
        employer_code,
        union_id,
        payroll_month,
        credited_on,
        amount_fen,
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
    newest.channel,
    newest.kind,
    newest.employer_code,
    newest.union_id,
    newest.payroll_month,
    newest.credited_on,
    newest.amount_fen,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
