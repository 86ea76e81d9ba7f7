-- One row per person key with more than one valid membership on the last day of the month.
with

month as (
    select * from run.period
),

members as (
    select * from staging.members
),

repeated as (
    select
        person_key,
        count(*) as living_memberships,
        min(name_key) <> max(name_key) as has_id_conflict
    from members
    where is_living
    group by person_key
    having count(*) > 1
)

-- Two names: two people behind one number, or a number copied. Nobody can tell here, so neither row
-- counts until a district repairs it.
select
    month.period,
    repeated.person_key,
    repeated.living_memberships,
    coalesce(repeated.has_id_conflict, false) as has_id_conflict
from repeated
cross join month
