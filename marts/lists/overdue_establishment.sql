-- One row per employer that should have a union on the last day of the month and has none.
with

base as (
    select * from marts.employer_base
),

employer_months as (
    select * from core.employer_months
)

select
    base.period,
    base.unit_code,
    base.street_code,
    base.employer_id,
    -- A sole trader is mostly called like a person.
    case
        when employer_months.ownership_group <> 'SOLE' then employer_months.employer_name
    end as employer_name,
    employer_months.headcount as workers,
    employer_months.opened_on,
    base.industry,
    base.ownership
from base
inner join employer_months on base.employer_id = employer_months.employer_id
where base.attribute = 'all'
    and base.row_kind = 'employer'
    and base.is_overdue
    and base.is_in_scope
