-- One row per living union and employer that it organises, on the last day of the month.
with

month as (
    select * from run.period
),

successions as (
    select * from core.employer_successions
),

unions as (
    select * from core.unions
),

covered_units as (
    select * from staging.covered_units
),

own_employers as (
    select
        union_id,
        union_type,
        employer_id
    from unions
    where union_type = '1'
        and employer_id is not null
),

-- Two codes of one employer in a list are one employer.
covered_employers as (
    select distinct
        unions.union_id,
        unions.union_type,
        coalesce(successions.employer_id, covered_units.employer_code) as employer_id
    from covered_units
    cross join month
    inner join unions on covered_units.union_id = unions.union_id
    left join successions on covered_units.employer_code = successions.old_code
    where unions.union_type in ('2', '3')
        and covered_units.covered_from <= month.period_end
        and (covered_units.covered_to is null or covered_units.covered_to > month.period_end)
),

coverage as (
    select
        union_id,
        union_type,
        employer_id
    from own_employers
    union all
    select
        union_id,
        union_type,
        employer_id
    from covered_employers
)

select
    month.period,
    coverage.union_id,
    coverage.employer_id,
    coverage.union_type,
    -- Only a base union makes an employer unionised; a federation of unions does not.
    coverage.union_type in ('1', '2') as is_unionising
from coverage
cross join month
