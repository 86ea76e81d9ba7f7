-- One row per request opened in the month, with who asked, where they work, and when it is due.
with

month as (
    select * from run.period
),

rules as (
    select * from codes.rules
),

requests as (
    select * from staging.requests
),

successions as (
    select * from core.employer_successions
),

employer_months as (
    select * from core.employer_months
),

memberships as (
    select * from core.memberships
),

-- Whoever does not say where they work is asked of their membership.
placed as (
    select
        requests.request_id,
        requests.channel,
        requests.is_anonymous,
        requests.person_key,
        requests.union_id,
        coalesce(requests.need_class, 'none') as need_class,
        coalesce(
            successions.employer_id,
            requests.employer_code,
            memberships.employer_id,
            'none'
        ) as employer_id,
        case when memberships.sex in ('1', '2') then memberships.sex else 'unknown' end as sex,
        case
            when memberships.hukou in (
                'local_urban', 'local_rural', 'outside_urban', 'outside_rural'
            )
                then memberships.hukou
            else 'unknown'
        end as hukou,
        case memberships.employment_form
            when '01' then 'fixed_term'
            when '02' then 'open_ended'
            when '03' then 'task'
            when '04' then 'part_time'
            when '05' then 'dispatch'
            when '09' then 'establishment'
            when '10' then 'civil_servant'
            else 'other'
        end as form,
        requests.opened_on,
        requests.opened_minute,
        requests.closed_on,
        requests.closed_minute
    from requests
    left join successions on requests.employer_code = successions.old_code
    left join memberships on requests.person_key = memberships.person_key
),

-- The rules of the day of opening: hours to close a request of its class in, days to serve it in.
ruled as (
    select
        placed.request_id,
        max(case when rules.rule <> 'need_match_days' then rules.value end) as sla_hours,
        max(case when rules.rule = 'need_match_days' then rules.value end) as match_days
    from placed
    inner join rules
        on rules.rule in ('request_sla_hours_' || placed.need_class, 'need_match_days')
        and rules.valid_from <= placed.opened_on
        and (rules.valid_to is null or rules.valid_to > placed.opened_on)
    group by placed.request_id
),

timed as (
    select
        placed.request_id,
        ruled.sla_hours,
        ruled.match_days,
        placed.opened_minute + ruled.sla_hours * 60 as due_minute,
        placed.opened_minute - placed.opened_minute % 1440 as opened_midnight
    from placed
    inner join ruled on placed.request_id = ruled.request_id
),

-- Whole days from the day of opening to the day on which it is due.
dued as (
    select
        request_id,
        sla_hours,
        match_days,
        due_minute,
        cast((due_minute - opened_midnight - (due_minute - opened_midnight) % 1440) / 1440 as int)
            as days_to_due
    from timed
)

select
    month.period,
    placed.request_id,
    placed.channel,
    placed.is_anonymous,
    placed.person_key,
    placed.union_id,
    placed.need_class,
    placed.employer_id,
    coalesce(employer_months.district_code, 'unallocated') as district_code,
    coalesce(employer_months.unit_code, 'unallocated') as unit_code,
    coalesce(employer_months.street_code, 'unallocated') as street_code,
    coalesce(employer_months.industry_section, 'unknown') as industry,
    placed.sex,
    placed.hukou,
    placed.form,
    placed.opened_on,
    placed.opened_minute,
    placed.closed_on,
    placed.closed_minute,
    dued.sla_hours,
    dued.due_minute,
    cast(placed.opened_on + dued.days_to_due * interval 1 day as date) as due_on,
    cast(placed.opened_on + dued.match_days * interval 1 day as date) as match_by,
    placed.closed_minute - placed.opened_minute as closure_minutes,
    coalesce(placed.closed_minute <= dued.due_minute, false) as is_closed_in_time
from placed
cross join month
inner join dued on placed.request_id = dued.request_id
left join employer_months on placed.employer_id = employer_months.employer_id
