-- One row per employer and channel: what it paid for the month in union funds or preparatory fund.
with

month as (
    select * from run.period
),

receipts as (
    select * from core.receipts
),

employer_months as (
    select * from core.employer_months
),

-- What a bureau corrects to nothing has not been paid.
paid as (
    select
        employer_id,
        case
            when kind = '2' then 'preparatory'
            when channel = '1' then 'tax'
            when channel = '2' then 'fiscal'
            when channel = '3' then 'own'
            else 'unknown'
        end as channel,
        cast(sum(amount_fen) as bigint) as amount_fen
    from receipts
    where kind in ('1', '2')
    group by
        employer_id,
        case
            when kind = '2' then 'preparatory'
            when channel = '1' then 'tax'
            when channel = '2' then 'fiscal'
            when channel = '3' then 'own'
            else 'unknown'
        end
    having sum(amount_fen) > 0
),

numbered as (
    select
        employer_id,
        channel,
        amount_fen,
        row_number() over (partition by employer_id order by channel asc nulls last) as number
    from paid
)

-- Who pays by two channels is one payer: its workers and itself count with the first.
select
    month.period,
    numbered.employer_id,
    numbered.channel,
    coalesce(employer_months.district_code, 'unallocated') as district_code,
    coalesce(employer_months.unit_code, 'unallocated') as unit_code,
    coalesce(employer_months.street_code, 'unallocated') as street_code,
    coalesce(employer_months.industry_section, 'unknown') as industry,
    coalesce(employer_months.ownership_group, 'unknown') as ownership,
    numbered.amount_fen,
    numbered.number = 1 as is_first,
    case
        when numbered.number = 1 and employer_months.is_in_scope then employer_months.headcount
        else 0
    end as workers,
    case when employer_months.is_in_scope then employer_months.headcount else 0 end
        as channel_workers
from numbered
cross join month
left join employer_months on numbered.employer_id = employer_months.employer_id
