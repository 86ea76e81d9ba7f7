-- One row per period, place and month ahead: the agreements that end in it, and their workers.
with

figures as (
    select
        indicator,
        period_type,
        period,
        as_of,
        place_scheme,
        place_level,
        place,
        breakdown_value,
        numerator,
        case when protection = 'open' then status else protection end as shown_status
    from marts.figures
    where breakdown = 'ends_in'
        and indicator in ('agreements_expiring', 'agreements_expiring_workers')
)

select
    period_type,
    period,
    as_of,
    place_scheme,
    place_level,
    place,
    breakdown_value as ends_in,
    substr(
        cast(
            cast(as_of + cast(breakdown_value as bigint) * interval 1 month as date) as string
        ),
        1,
        7
    ) as ends_month,
    max(case when indicator = 'agreements_expiring' then numerator end) as agreements,
    coalesce(
        max(case when indicator = 'agreements_expiring' then shown_status end), 'not_stated'
    ) as agreements_status,
    max(case when indicator = 'agreements_expiring_workers' then numerator end) as workers,
    coalesce(
        max(case when indicator = 'agreements_expiring_workers' then shown_status end),
        'not_stated'
    ) as workers_status
from figures
group by period_type, period, as_of, place_scheme, place_level, place, breakdown_value
