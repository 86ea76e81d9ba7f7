-- One row per feed and deliverer that owes or sent files for the month, with what became of it.
with

month as (
    select
        period,
        cast(period_end + interval 1 day as date) as next_start
    from run.period
),

deliveries as (
    select * from run.deliveries
),

feeds as (
    select * from codes.feeds
),

divisions as (
    select * from codes.divisions
),

-- Whoever has sent a feed for a month owes it from then on.
deliverers as (
    select
        deliveries.feed,
        deliveries.deliverer
    from deliveries
    cross join month
    where deliveries.file_period <= month.period
        and deliveries.file_period <> '1900-01'
        and deliveries.deliverer <> 'unknown'
    group by
        deliveries.feed,
        deliveries.deliverer
),

-- A feed of the year is due after December; one without a calendar never is.
owed as (
    select
        deliverers.feed,
        deliverers.deliverer,
        feeds.every_months = 1
            or (feeds.every_months = 12 and substr(month.period, 6, 2) = '12') as is_due,
        cast(
            substr(cast(month.next_start as string), 1, 8)
            || case when feeds.due_day < 10 then '0' else '' end
            || cast(feeds.due_day as string) as date
        ) as due_on
    from deliverers
    cross join month
    inner join feeds on deliverers.feed = feeds.code
),

sent as (
    select
        deliveries.feed,
        deliveries.deliverer,
        min(case when deliveries.verdict = 'accepted' then deliveries.received_on end)
            as delivered_on,
        count(*) as file_count,
        sum(case when deliveries.verdict = 'rejected' then 1 else 0 end) as rejected_count,
        sum(case when deliveries.verdict = 'held' then 1 else 0 end) as held_count,
        sum(case when deliveries.verdict = 'accepted' then deliveries.accepted_count else 0 end)
            as accepted_rows,
        sum(case when deliveries.verdict = 'accepted' then deliveries.quarantined_count else 0 end)
            as quarantined_rows
    from deliveries
    cross join month
    where deliveries.file_period = month.period
    group by
        deliveries.feed,
        deliveries.deliverer
)

select
    month.period,
    owed.feed,
    owed.deliverer,
    coalesce(divisions.district_code, 'unallocated') as district_code,
    coalesce(divisions.unit_code, 'unallocated') as unit_code,
    owed.is_due,
    case when owed.is_due then owed.due_on end as due_on,
    sent.delivered_on,
    owed.is_due
        and sent.delivered_on is not null
        and sent.delivered_on <= owed.due_on as is_on_time,
    owed.is_due and sent.delivered_on is null as is_missing,
    coalesce(sent.file_count, 0) as file_count,
    cast(coalesce(sent.rejected_count, 0) as bigint) as rejected_count,
    cast(coalesce(sent.held_count, 0) as bigint) as held_count,
    cast(coalesce(sent.accepted_rows, 0) as bigint) as accepted_rows,
    cast(coalesce(sent.quarantined_rows, 0) as bigint) as quarantined_rows
from owed
cross join month
left join sent
    on owed.feed = sent.feed
    and owed.deliverer = sent.deliverer
left join divisions on owed.deliverer = divisions.place_code
where owed.is_due
    or sent.file_count > 0
