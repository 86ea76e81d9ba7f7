-- One row per person and class of need asked for or served in the twelve months to the month.
with

month as (
    select * from run.period
),

requests as (
    select * from core.requests
),

services as (
    select * from core.services
),

events as (
    select
        person_key,
        need_class,
        opened_on as event_on,
        1 as event_rank,
        request_id as event_id,
        opened_on as requested_on,
        cast(null as date) as delivered_on,
        1 as requests,
        case when closed_on is null then 1 else 0 end as open_requests,
        0 as deliveries,
        employer_id,
        district_code,
        unit_code,
        street_code,
        industry,
        sex,
        hukou,
        form
    from requests
    where person_key is not null
    union all
    select
        person_key,
        service_class as need_class,
        delivered_on as event_on,
        0 as event_rank,
        delivery_id as event_id,
        cast(null as date) as requested_on,
        delivered_on,
        0 as requests,
        0 as open_requests,
        1 as deliveries,
        employer_id,
        district_code,
        unit_code,
        street_code,
        industry,
        sex,
        hukou,
        form
    from services
    where is_delivery
),

counted as (
    select
        person_key,
        need_class,
        cast(sum(requests) as bigint) as requests,
        cast(sum(open_requests) as bigint) as open_requests,
        cast(sum(deliveries) as bigint) as deliveries,
        min(requested_on) as first_requested_on,
        max(requested_on) as last_requested_on,
        max(delivered_on) as last_delivered_on
    from events
    group by
        person_key,
        need_class
),

-- A person stands where the last thing happened; a request says more of it than a service.
ranked as (
    select
        person_key,
        need_class,
        employer_id,
        district_code,
        unit_code,
        street_code,
        industry,
        sex,
        hukou,
        form,
        row_number() over (
            partition by person_key, need_class
            order by event_rank desc, event_on desc, event_id desc
        ) as recency
    from events
)

select
    month.period,
    counted.person_key,
    counted.need_class,
    counted.requests,
    counted.open_requests,
    counted.deliveries,
    counted.first_requested_on,
    counted.last_requested_on,
    counted.last_delivered_on,
    counted.requests > 0
        and not coalesce(counted.last_delivered_on >= counted.first_requested_on, false)
        as is_unmet,
    ranked.employer_id,
    ranked.district_code,
    ranked.unit_code,
    ranked.street_code,
    ranked.industry,
    ranked.sex,
    ranked.hukou,
    ranked.form
from counted
cross join month
inner join ranked
    on counted.person_key = ranked.person_key
    and counted.need_class = ranked.need_class
    and ranked.recency = 1
