-- One row per person key under which the living memberships state different names.
with

month as (
    select * from run.period
),

members as (
    select * from staging.members
),

-- Two people behind one number, or one number copied: nobody can tell here, so neither counts until
-- a district repairs it.
named_twice as (
    select person_key
    from members
    where is_living
    group by person_key
    having min(name_key) <> max(name_key)
)

select
    month.period,
    named_twice.person_key
from named_twice
cross join month
