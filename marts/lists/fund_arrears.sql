-- One row per employer that is in arrears with the union fund on the last day of the month.
with

arrears as (
    select * from core.fund_arrears
),

employer_months as (
    select * from core.employer_months
)

select
    arrears.period,
    coalesce(min(employer_months.unit_code), 'unallocated') as unit_code,
    coalesce(min(employer_months.street_code), 'unallocated') as street_code,
    arrears.employer_id,
    -- A sole trader is mostly called like a person.
    min(
        case
            when employer_months.ownership_group <> 'SOLE' then employer_months.employer_name
        end
    ) as employer_name,
    count(*) as months_in_arrears,
    min(arrears.payroll_month) as oldest_payroll_month,
    max(arrears.days_late) as days_late,
    cast(sum(arrears.outstanding_fen) as bigint) as outstanding_fen,
    cast(sum(arrears.late_fee_fen) as bigint) as late_fee_fen
from arrears
left join employer_months on arrears.employer_id = employer_months.employer_id
where arrears.is_in_arrears
group by
    arrears.period,
    arrears.employer_id
