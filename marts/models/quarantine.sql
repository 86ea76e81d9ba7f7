-- One row per feed, deliverer and reason for which rows were quarantined or files rejected.
with

month as (
    select * from run.period
),

found as (
    select * from run.findings
),

reasons as (
    select * from codes.findings
)

select
    month.period,
    found.feed,
    found.deliverer,
    found.reason,
    reasons.effect,
    reasons.name_zh,
    reasons.name_en,
    count(*) as file_count,
    cast(sum(found.finding_count) as bigint) as finding_count
from found
cross join month
inner join reasons on found.reason = reasons.code
where found.file_period = month.period
    and reasons.effect in ('quarantined', 'rejected')
group by
    month.period,
    found.feed,
    found.deliverer,
    found.reason,
    reasons.effect,
    reasons.name_zh,
    reasons.name_en
