-- One row per employer whose first payment of preparatory fund lies 24 months back in the month.
with

month as (
    select * from run.period
),

successions as (
    select * from core.employer_successions
),

receipts as (
    select * from core.receipts
),

employer_months as (
    select * from core.employer_months
),

first_payments as (
    select
        coalesce(successions.employer_id, receipts.employer_id) as employer_id,
        min(receipts.credited_on) as first_paid_on
    from receipts
    left join successions on receipts.employer_id = successions.old_code
    where receipts.kind = '2'
        and receipts.amount_fen > 0
    group by coalesce(successions.employer_id, receipts.employer_id)
),

cohort as (
    select
        first_payments.employer_id,
        first_payments.first_paid_on,
        cast(first_payments.first_paid_on + interval 24 month as date) as complete_on
    from first_payments
    cross join month
    where cast(first_payments.first_paid_on + interval 24 month as date) >= month.period_start
        and cast(first_payments.first_paid_on + interval 24 month as date) <= month.period_end
),

unionised_months as (
    select distinct
        coalesce(successions.employer_id, employer_months.employer_id) as employer_id,
        cast(
            cast(employer_months.period || '-01' as date) + interval 1 month - interval 1 day
            as date
        ) as month_end
    from employer_months
    left join successions on employer_months.employer_id = successions.old_code
    where employer_months.is_unionised
),

unionised as (
    select distinct cohort.employer_id
    from cohort
    inner join unionised_months on cohort.employer_id = unionised_months.employer_id
    where unionised_months.month_end >= cohort.first_paid_on
        and unionised_months.month_end <= cohort.complete_on
)

select
    month.period,
    cohort.employer_id,
    cohort.first_paid_on,
    cohort.complete_on,
    unionised.employer_id is not null as is_unionised
from cohort
cross join month
left join unionised on cohort.employer_id = unionised.employer_id
