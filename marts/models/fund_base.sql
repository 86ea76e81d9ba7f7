-- One row per employer with a payroll or a receipt: union funds due and received for the month.
with

month as (
    select * from run.period
),

rules as (
    select * from codes.rules
),

employer_months as (
    select * from core.employer_months
),

receipts as (
    select * from core.receipts
),

rules_of_day as (
    select
        max(case when rules.rule = 'fund_rate_bp' then rules.value end) as rate_bp,
        coalesce(
            max(case when rules.rule = 'fund_liable_non_unionised' then rules.value end), 0
        ) as liable_non_unionised,
        coalesce(
            max(case when rules.rule = 'fund_small_micro_refund' then rules.value end), 0
        ) as small_micro_refund
    from rules
    cross join month
    where rules.valid_from <= month.period_end
        and (rules.valid_to is null or rules.valid_to > month.period_end)
),

-- Only union funds proper: not dues, preparatory fund, late fees or refunds.
received as (
    select
        employer_id,
        cast(sum(amount_fen) as bigint) as received_fen
    from receipts
    where kind = '1'
    group by employer_id
),

-- Who owes has changed with the years, so liability is asked of the rules of the month.
judged as (
    select
        employer_months.employer_id,
        employer_months.district_code,
        employer_months.unit_code,
        employer_months.street_code,
        employer_months.industry_section as industry,
        employer_months.ownership_group as ownership,
        employer_months.size_class,
        employer_months.payroll_fen,
        case when employer_months.is_in_scope then employer_months.headcount else 0 end as workers,
        coalesce(received.received_fen, 0) as received_fen,
        rules_of_day.rate_bp,
        employer_months.payroll_fen > 0
            and (employer_months.is_unionised or rules_of_day.liable_non_unionised = 1)
            and not (employer_months.is_small_micro and rules_of_day.small_micro_refund = 1)
            as is_liable
    from employer_months
    cross join rules_of_day
    left join received on employer_months.employer_id = received.employer_id
    where employer_months.payroll_fen > 0
        or received.employer_id is not null
),

-- Half a fen rounds up. What remains after the rest is taken off divides without a remainder.
owed as (
    select
        employer_id,
        payroll_fen * rate_bp + 5000 as due_times_10000
    from judged
    where is_liable
)

select
    month.period,
    judged.employer_id,
    judged.district_code,
    judged.unit_code,
    judged.street_code,
    judged.industry,
    judged.ownership,
    judged.size_class,
    judged.is_liable,
    judged.payroll_fen,
    coalesce(
        cast((owed.due_times_10000 - owed.due_times_10000 % 10000) / 10000 as bigint), 0
    ) as due_fen,
    case when judged.is_liable then judged.received_fen else 0 end as received_fen,
    case when judged.is_liable then judged.workers else 0 end as workers
from judged
cross join month
left join owed on judged.employer_id = owed.employer_id
