-- One row per union, living or dissolved in the month; and one, none, for members of unknown ones.
with

month as (
    select * from run.period
),

unions as (
    select * from core.unions
),

coverage as (
    select * from core.union_coverage
),

memberships as (
    select * from core.memberships
),

closures as (
    select * from core.union_closures
),

-- A roster may name a union that has been closed or that nobody knows: its members stay members.
members as (
    select
        coalesce(unions.union_id, 'none') as union_id,
        cast(sum(case when memberships.is_retained then 0 else 1 end) as bigint) as members,
        cast(sum(case when memberships.is_retained then 1 else 0 end) as bigint)
            as members_retained
    from memberships
    left join unions on memberships.union_id = unions.union_id
    group by coalesce(unions.union_id, 'none')
),

covered_units as (
    select
        union_id,
        count(*) as covered_units
    from coverage
    where union_type in ('2', '3')
    group by union_id
),

listed as (
    select
        union_id,
        union_type,
        district_code,
        unit_code,
        street_code,
        is_base,
        0 as is_unlawful_closure
    from unions
    union all
    select
        union_id,
        '1' as union_type,
        district_code,
        unit_code,
        street_code,
        false as is_base,
        case when is_unlawful then 1 else 0 end as is_unlawful_closure
    from closures
    union all
    select
        union_id,
        'none' as union_type,
        'unallocated' as district_code,
        'unallocated' as unit_code,
        'unallocated' as street_code,
        false as is_base,
        0 as is_unlawful_closure
    from members
    where union_id = 'none'
)

-- Members count at the lowest union, where they are; a federation adds units, not members.
select
    month.period,
    listed.union_id,
    listed.union_type,
    listed.district_code,
    listed.unit_code,
    listed.street_code,
    cast(case when listed.is_base then 1 else 0 end as bigint) as unions,
    cast(case when listed.union_type in ('2', '3') then 1 else 0 end as bigint) as joint_unions,
    coalesce(members.members, 0) as members,
    coalesce(members.members_retained, 0) as members_retained,
    coalesce(covered_units.covered_units, 0) as covered_units,
    cast(listed.is_unlawful_closure as bigint) as unlawful_closures
from listed
cross join month
left join members on listed.union_id = members.union_id
left join covered_units on listed.union_id = covered_units.union_id
