-- One row per employer, worker attribute and value: the stocks that mean members are made of.
with

month as (
    select * from run.period
),

successions as (
    select * from core.employer_successions
),

member_months as (
    select * from core.member_months
),

worker_stocks as (
    select * from core.worker_stocks
),

-- Months count from the one that is built, which is 0.
known as (
    select
        coalesce(successions.employer_id, member_months.employer_id) as employer_id,
        member_months.attribute,
        member_months.attribute_value,
        member_months.members,
        (cast(substr(month.period, 1, 4) as bigint) * 12
            + cast(substr(month.period, 6, 2) as bigint))
        - (cast(substr(member_months.period, 1, 4) as bigint) * 12
            + cast(substr(member_months.period, 6, 2) as bigint)) as months_ago
    from member_months
    cross join month
    left join successions on member_months.employer_id = successions.old_code
),

first_known as (
    select max(months_ago) as months_ago
    from known
),

-- A month end closes its month and opens the next; the first that is known opens as it closes.
stocks as (
    select
        known.employer_id,
        known.attribute,
        known.attribute_value,
        cast(sum(
            known.members * (
                case when known.months_ago < 12 then 1 else 0 end
                + case when known.months_ago > 0 then 1 else 0 end
                + case
                    when known.months_ago < 12 and known.months_ago = first_known.months_ago then 1
                    else 0
                end
            )
        ) as bigint) as member_stocks
    from known
    cross join first_known
    group by
        known.employer_id,
        known.attribute,
        known.attribute_value
)

select
    month.period,
    stocks.employer_id,
    stocks.attribute,
    stocks.attribute_value,
    coalesce(worker_stocks.district_code, 'unallocated') as district_code,
    coalesce(worker_stocks.unit_code, 'unallocated') as unit_code,
    coalesce(worker_stocks.street_code, 'unallocated') as street_code,
    coalesce(worker_stocks.industry_section, 'unknown') as industry,
    stocks.member_stocks
from stocks
cross join month
left join worker_stocks on stocks.employer_id = worker_stocks.employer_id
