-- One row per union that lives on the last day of the month.
with

month as (
    select * from run.period
),

divisions as (
    select * from codes.divisions
),

successions as (
    select * from core.employer_successions
),

register as (
    select * from staging.unions
),

streets as (
    select
        place_code as street_code,
        district_code,
        unit_code
    from divisions
    where level = 'street'
)

-- A base union organises the members themselves, alone (1) or for several small units (2).
-- Federations (3) and street unions (4) organise unions.
select
    month.period,
    register.union_id,
    register.union_name,
    register.union_type,
    coalesce(register.union_type in ('1', '2'), false) as is_base,
    case
        when register.union_type = '1'
            then coalesce(successions.employer_id, register.employer_code)
    end as employer_id,
    coalesce(streets.street_code, 'unallocated') as street_code,
    coalesce(streets.district_code, 'unallocated') as district_code,
    coalesce(streets.unit_code, 'unallocated') as unit_code,
    register.parent_union_id,
    register.founded_on,
    register.last_election_on,
    register.term_years,
    register.is_carried
from register
cross join month
left join successions on register.employer_code = successions.old_code
left join streets on register.street_code = streets.street_code
where register.founded_on <= month.period_end
    and (register.closed_on is null or register.closed_on > month.period_end)
