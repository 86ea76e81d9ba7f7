-- One row per request and thing that falls into the month: its 90th day, its due day, its closing.
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

-- Without any service of the time nobody knows whether needs were served.
known_services as (
    select count(*) > 0 as is_known
    from services
),

judged_requests as (
    select
        requests.request_id,
        requests.person_key,
        requests.need_class,
        requests.opened_on,
        requests.match_by
    from requests
    cross join month
    cross join known_services
    where requests.match_by between month.period_start and month.period_end
        and known_services.is_known
),

matched_requests as (
    select distinct judged_requests.request_id
    from judged_requests
    inner join services
        on judged_requests.person_key = services.person_key
        and judged_requests.need_class = services.service_class
    where services.is_delivery
        and services.delivered_on between judged_requests.opened_on and judged_requests.match_by
),

events as (
    select
        judged_requests.request_id,
        'judged' as row_kind,
        case when matched_requests.request_id is null then 0 else 1 end as matched,
        0 as closed_in_time
    from judged_requests
    left join matched_requests on judged_requests.request_id = matched_requests.request_id
    union all
    select
        requests.request_id,
        'due' as row_kind,
        0 as matched,
        case when requests.is_closed_in_time then 1 else 0 end as closed_in_time
    from requests
    cross join month
    where requests.due_on between month.period_start and month.period_end
    union all
    select
        requests.request_id,
        'closed' as row_kind,
        0 as matched,
        0 as closed_in_time
    from requests
    cross join month
    where requests.closed_on between month.period_start and month.period_end
)

select
    month.period,
    events.request_id,
    events.row_kind,
    requests.employer_id,
    requests.district_code,
    requests.unit_code,
    requests.street_code,
    requests.need_class,
    requests.sex,
    requests.hukou,
    requests.form,
    requests.person_key is not null and requests.need_class <> 'none' as is_known_need,
    cast(1 as bigint) as requests,
    cast(events.matched as bigint) as matched,
    cast(events.closed_in_time as bigint) as closed_in_time,
    -- Hours begun: one minute and sixty are both one hour.
    cast(
        (requests.closure_minutes + 59 - (requests.closure_minutes + 59) % 60) / 60 as bigint
    ) as closure_hours
from events
cross join month
inner join requests on events.request_id = requests.request_id
