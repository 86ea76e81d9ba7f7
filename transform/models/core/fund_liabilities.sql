-- One row per employer with a payroll: what it owes the union fund for the month, and until when.
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

rules_of_day as (
    select
        max(case when rules.rule = 'fund_rate_bp' then rules.value end) as rate_bp,
        max(case when rules.rule = 'fund_due_day' then rules.value end) as due_day,
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

-- Who owes has changed with the years, so liability is asked of the rules of the month. Half a fen
-- rounds up: what remains after the rest is taken off divides without a remainder.
judged as (
    select
        employer_months.employer_id,
        employer_months.payroll_fen,
        (employer_months.is_unionised or rules_of_day.liable_non_unionised = 1)
            and not (employer_months.is_small_micro and rules_of_day.small_micro_refund = 1)
            as is_liable,
        employer_months.payroll_fen * rules_of_day.rate_bp + 5000 as due_times_10000,
        rules_of_day.due_day
    from employer_months
    cross join rules_of_day
    where employer_months.payroll_fen > 0
)

select
    month.period,
    judged.employer_id,
    judged.payroll_fen,
    judged.is_liable,
    case
        when judged.is_liable
            then cast(
                (judged.due_times_10000 - judged.due_times_10000 % 10000) / 10000 as bigint
            )
        else 0
    end as due_fen,
    cast(
        month.period_start + interval 1 month + (judged.due_day - 1) * interval 1 day as date
    ) as due_on
from judged
cross join month
