-- One row per union of one employer that was dissolved in the month, and whether that was lawful.
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

unions as (
    select * from staging.unions
),

employers as (
    select * from staging.employers
),

-- Only what the register states: a union that a file leaves out has not been dissolved by that.
closed as (
    select
        unions.union_id,
        coalesce(successions.employer_id, unions.employer_code) as employer_id,
        unions.street_code,
        unions.closed_on,
        unions.closure_approval
    from unions
    cross join month
    left join successions on unions.employer_code = successions.old_code
    where unions.union_type = '1'
        and unions.closed_on >= month.period_start
        and unions.closed_on <= month.period_end
),

-- Active on that very day: an employer that was deregistered later in the month still was.
judged as (
    select
        closed.union_id,
        closed.employer_id,
        closed.street_code,
        closed.closed_on,
        closed.closure_approval is not null as is_approved,
        coalesce(
            employers.opened_on <= closed.closed_on
            and (employers.closed_on is null or employers.closed_on > closed.closed_on)
            and (employers.status_code = '1' or employers.closed_on > closed.closed_on),
            false
        ) as is_employer_active
    from closed
    left join employers on closed.employer_id = employers.credit_code
),

streets as (
    select
        place_code as street_code,
        district_code,
        unit_code
    from divisions
    where level = 'street'
)

select
    month.period,
    judged.union_id,
    judged.employer_id,
    coalesce(streets.street_code, 'unallocated') as street_code,
    coalesce(streets.district_code, 'unallocated') as district_code,
    coalesce(streets.unit_code, 'unallocated') as unit_code,
    judged.closed_on,
    judged.is_approved,
    judged.is_employer_active,
    judged.is_employer_active and not judged.is_approved as is_unlawful
from judged
cross join month
left join streets on judged.street_code = streets.street_code
