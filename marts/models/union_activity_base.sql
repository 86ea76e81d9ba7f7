-- One row per living base union: whether its election, its fund and its services show life.
with

month as (
    select * from run.period
),

unions as (
    select * from core.unions
),

employer_months as (
    select * from core.employer_months
),

memberships as (
    select * from core.memberships
),

receipts as (
    select * from core.receipts
),

services as (
    select * from core.services
),

members as (
    select
        union_id,
        count(*) as members
    from memberships
    where not is_retained
    group by union_id
),

paid_for as (
    select union_id
    from receipts
    where kind = '1'
        and amount_fen > 0
    group by union_id
),

serving as (
    select union_id
    from services
    where is_delivery
    group by union_id
),

listed as (
    select
        unions.union_id,
        unions.employer_id,
        unions.district_code,
        unions.unit_code,
        unions.street_code,
        coalesce(
            unions.last_election_on <= month.period_end
            and cast(unions.last_election_on + unions.term_years * interval 1 year as date)
            > month.period_end,
            false
        ) as has_valid_election,
        paid_for.union_id is not null as has_receipt,
        serving.union_id is not null as has_service
    from unions
    cross join month
    left join paid_for on unions.union_id = paid_for.union_id
    left join serving on unions.union_id = serving.union_id
    where unions.is_base
)

select
    month.period,
    listed.union_id,
    listed.district_code,
    listed.unit_code,
    listed.street_code,
    coalesce(employer_months.industry_section, 'unknown') as industry,
    coalesce(employer_months.ownership_group, 'unknown') as ownership,
    listed.has_valid_election,
    listed.has_receipt,
    listed.has_service,
    cast(1 as bigint) as unions,
    coalesce(members.members, 0) as members
from listed
cross join month
left join employer_months on listed.employer_id = employer_months.employer_id
left join members on listed.union_id = members.union_id
