-- One row per employer, worker attribute and value with members in employment at the month's end.
with

month as (
    select * from run.period
),

memberships as (
    select * from core.memberships
),

members as (
    select
        coalesce(employer_id, 'none') as employer_id,
        case when sex in ('1', '2') then sex else 'unknown' end as sex,
        case
            when hukou in ('local_urban', 'local_rural', 'outside_urban', 'outside_rural')
                then hukou
            else 'unknown'
        end as hukou,
        case employment_form
            when '01' then 'fixed_term'
            when '02' then 'open_ended'
            when '03' then 'task'
            when '04' then 'part_time'
            when '05' then 'dispatch'
            when '09' then 'establishment'
            when '10' then 'civil_servant'
            else 'other'
        end as form
    from memberships
    where not is_retained
),

counted as (
    select
        employer_id,
        'all' as attribute,
        'all' as attribute_value,
        count(*) as members
    from members
    group by employer_id
    union all
    select
        employer_id,
        'sex' as attribute,
        sex as attribute_value,
        count(*) as members
    from members
    group by
        employer_id,
        sex
    union all
    select
        employer_id,
        'hukou' as attribute,
        hukou as attribute_value,
        count(*) as members
    from members
    group by
        employer_id,
        hukou
    union all
    select
        employer_id,
        'form' as attribute,
        form as attribute_value,
        count(*) as members
    from members
    group by
        employer_id,
        form
)

select
    month.period,
    counted.employer_id,
    counted.attribute,
    counted.attribute_value,
    counted.members
from counted
cross join month
