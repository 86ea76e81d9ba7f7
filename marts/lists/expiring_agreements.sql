-- One row per agreement in force on the last day of the month that lapses within so many days.
with

agreements as (
    select * from core.agreements
),

successions as (
    select * from core.employer_successions
),

employer_months as (
    select * from core.employer_months
),

divisions as (
    select * from codes.divisions
),

asked as (
    select * from lists.parameters
)

select
    agreements.period,
    coalesce(employer_months.unit_code, divisions.unit_code, 'unallocated') as unit_code,
    agreements.agreement_id,
    agreements.level,
    employer_months.employer_id,
    -- A sole trader is mostly called like a person.
    case
        when employer_months.ownership_group <> 'SOLE' then employer_months.employer_name
    end as employer_name,
    agreements.area_code,
    agreements.industry_code,
    agreements.covers_wage,
    agreements.effective_from,
    agreements.ends_on,
    coalesce(employer_months.headcount, agreements.stated_workers) as workers
from agreements
cross join asked
left join successions on agreements.employer_code = successions.old_code
left join employer_months
    on coalesce(successions.employer_id, agreements.employer_code) = employer_months.employer_id
left join divisions on agreements.area_code = divisions.place_code
where agreements.is_in_force
    and agreements.ends_on <= asked.until_on
