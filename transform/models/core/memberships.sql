-- One row per union member on the last day of the month: the one membership that counts.
with

month as (
    select * from run.period
),

successions as (
    select * from core.employer_successions
),

id_conflicts as (
    select * from core.id_conflicts
),

members as (
    select * from staging.members
),

-- Whoever joined a new union before leaving the old one belongs to the new one.
ranked as (
    select
        members.person_key,
        members.union_id,
        members.employer_code,
        members.sex,
        members.birth_year,
        members.education,
        members.hukou,
        members.employment_form,
        members.joined_on,
        members.membership_status,
        members.is_carried,
        count(*) over (partition by members.person_key) as living_memberships,
        row_number() over (
            partition by members.person_key
            order by
                members.joined_on desc nulls last,
                members.delivered_on desc nulls last,
                members.union_id asc nulls last
        ) as choice
    from members
    left join id_conflicts on members.person_key = id_conflicts.person_key
    where members.is_living
        and id_conflicts.person_key is null
)

select
    month.period,
    ranked.person_key,
    ranked.union_id,
    coalesce(successions.employer_id, ranked.employer_code) as employer_id,
    ranked.sex,
    ranked.birth_year,
    ranked.education,
    ranked.hukou,
    ranked.employment_form,
    ranked.joined_on,
    ranked.membership_status = '2' as is_retained,
    coalesce(substr(ranked.employment_form, 1, 2) = '11', false) as is_platform,
    ranked.living_memberships,
    ranked.is_carried
from ranked
cross join month
left join successions on ranked.employer_code = successions.old_code
where ranked.choice = 1
