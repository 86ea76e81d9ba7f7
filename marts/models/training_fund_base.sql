-- One row per employer with a return for the year that ends with the month: its education funds.
with

month as (
    select * from run.period
),

rules as (
    select * from codes.rules
),

successions as (
    select * from core.employer_successions
),

employer_months as (
    select * from core.employer_months
),

returns as (
    select * from staging.training_funds
),

rules_of_day as (
    select
        max(case when rules.rule = 'education_fund_rate_bp' then rules.value end) as rate_bp,
        max(case when rules.rule = 'education_fund_frontline_percent' then rules.value end)
            as frontline_percent
    from rules
    cross join month
    where rules.valid_from <= month.period_end
        and (rules.valid_to is null or rules.valid_to > month.period_end)
),

-- An employer that changed its code may send a return under both: the newer code counts.
ranked as (
    select
        coalesce(successions.employer_id, returns.employer_code) as employer_id,
        returns.accrued_fen,
        returns.spent_fen,
        returns.frontline_fen,
        row_number() over (
            partition by coalesce(successions.employer_id, returns.employer_code)
            order by
                case when successions.employer_id is null then 0 else 1 end asc nulls last,
                returns.delivered_on desc nulls last,
                returns.employer_code asc nulls last
        ) as choice
    from returns
    left join successions on returns.employer_code = successions.old_code
),

payroll_months as (
    select
        coalesce(successions.employer_id, employer_months.employer_id) as employer_id,
        employer_months.period,
        employer_months.payroll_fen
    from employer_months
    left join successions on employer_months.employer_id = successions.old_code
    where employer_months.has_headcount
),

-- Of nobody else: in most months there are no returns.
payrolls as (
    select
        payroll_months.employer_id,
        count(distinct payroll_months.period) as months,
        sum(payroll_months.payroll_fen) as payroll_fen
    from payroll_months
    inner join ranked
        on payroll_months.employer_id = ranked.employer_id
        and ranked.choice = 1
    group by payroll_months.employer_id
),

employers_now as (
    select
        employer_months.employer_id,
        employer_months.district_code,
        employer_months.unit_code,
        employer_months.street_code,
        employer_months.industry_section,
        employer_months.ownership_group,
        employer_months.size_class,
        employer_months.is_in_scope,
        employer_months.headcount
    from employer_months
    inner join month on employer_months.period = month.period
),

judged as (
    select
        ranked.employer_id,
        ranked.accrued_fen,
        ranked.spent_fen,
        ranked.frontline_fen,
        coalesce(payrolls.payroll_fen, 0) as payroll_fen,
        coalesce(payrolls.months = 12 and payrolls.payroll_fen > 0, false) as is_reporting
    from ranked
    left join payrolls on ranked.employer_id = payrolls.employer_id
    where ranked.choice = 1
)

select
    month.period,
    judged.employer_id,
    coalesce(employers_now.district_code, 'unallocated') as district_code,
    coalesce(employers_now.unit_code, 'unallocated') as unit_code,
    coalesce(employers_now.street_code, 'unallocated') as street_code,
    coalesce(employers_now.industry_section, 'unknown') as industry,
    coalesce(employers_now.ownership_group, 'unknown') as ownership,
    coalesce(employers_now.size_class, 'none') as size_class,
    case when employers_now.is_in_scope then employers_now.headcount else 0 end as workers,
    cast(1 as bigint) as units,
    judged.is_reporting,
    judged.is_reporting
    and judged.accrued_fen * 10000 >= rules_of_day.rate_bp * judged.payroll_fen
        as is_accrued_in_full,
    judged.spent_fen > 0 as is_spending,
    judged.spent_fen > 0
    and judged.frontline_fen * 100 >= rules_of_day.frontline_percent * judged.spent_fen
        as is_frontline_met,
    judged.accrued_fen,
    cast(judged.payroll_fen as bigint) as payroll_fen,
    judged.spent_fen,
    judged.frontline_fen,
    -- Whole basis points, rounded down.
    cast(
        (
            judged.frontline_fen * 10000
            - judged.frontline_fen * 10000 % nullif(judged.spent_fen, 0)
        ) / nullif(judged.spent_fen, 0) as bigint
    ) as frontline_bp
from judged
cross join month
cross join rules_of_day
left join employers_now on judged.employer_id = employers_now.employer_id
