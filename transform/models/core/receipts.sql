-- One row per line of a receipt of union funds for the payroll month.
with

month as (
    select * from run.period
),

successions as (
    select * from core.employer_successions
),

receipts as (
    select * from staging.receipts
)

select
    month.period,
    receipts.receipt_no,
    receipts.line_no,
    coalesce(successions.employer_id, receipts.employer_code) as employer_id,
    receipts.union_id,
    receipts.kind,
    receipts.channel,
    receipts.amount_fen,
    receipts.credited_on
from receipts
cross join month
left join successions on receipts.employer_code = successions.old_code
