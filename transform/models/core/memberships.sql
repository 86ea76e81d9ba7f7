-- One row per union member on the last day of the month: the one membership that counts.
with

month as (
    select * from run.period
),

successions as (
    select * from core.employer_successions
),

multiple as (
    select * from core.multiple_memberships
),

members as (
    select * from staging.members
),

-- Only the few persons with several memberships are ranked. Whoever joined a new union before
-- leaving the old one belongs to the new one; under a number that carries two names nobody counts.
ranked as (
    select
        members.person_key,
        members.union_id,
        row_number() over (
            partition by members.person_key
            order by
                members.joined_on desc nulls last,
                members.delivered_on desc nulls last,
                members.union_id asc nulls last
        ) as choice
    from members
    inner join multiple on members.person_key = multiple.person_key
    where members.is_living
        and not multiple.has_id_conflict
),

chosen as (
    select
        person_key,
        union_id
    from ranked
    where choice = 1
)

select
    month.period,
    members.person_key,
    members.union_id,
    coalesce(successions.employer_id, members.employer_code) as employer_id,
    members.sex,
    members.birth_year,
    members.education,
    members.hukou,
    members.employment_form,
    members.joined_on,
    members.membership_status = '2' as is_retained,
    coalesce(substr(members.employment_form, 1, 2) = '11', false) as is_platform,
    members.is_carried,
    members.delivered_on
from members
cross join month
left join multiple on members.person_key = multiple.person_key
left join chosen
    on members.person_key = chosen.person_key
    and members.union_id = chosen.union_id
left join successions on members.employer_code = successions.old_code
where members.is_living
    and (multiple.person_key is null or chosen.person_key is not null)
