-- One row per period, place and group: the released figures on requests and needs.
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
        breakdown,
        breakdown_value,
        numerator,
        denominator,
        value,
        case when protection = 'open' then status else protection end as shown_status
    from marts.figures
    where category = 'all' and indicator in (
        'worker_needs_db_coverage',
        'worker_needs_db_coded_share',
        'unmet_need_rate',
        'need_match_rate',
        'need_match_rate_known',
        'request_closure_time',
        'request_closure_time_median',
        'request_closure_time_p90'
    )
)

select
    period_type,
    period,
    as_of,
    place_scheme,
    place_level,
    place,
    breakdown,
    breakdown_value,
    max(case when indicator = 'worker_needs_db_coverage' then numerator end) as persons_asking,
    coalesce(
        max(case when indicator = 'worker_needs_db_coverage' then shown_status end),
        'not_stated'
    ) as persons_asking_status,
    max(case when indicator = 'worker_needs_db_coverage' then value end) as needs_coverage,
    coalesce(
        max(case when indicator = 'worker_needs_db_coverage' then shown_status end),
        'not_stated'
    ) as needs_coverage_status,
    max(case when indicator = 'worker_needs_db_coded_share' then value end) as needs_coded_share,
    coalesce(
        max(case when indicator = 'worker_needs_db_coded_share' then shown_status end),
        'not_stated'
    ) as needs_coded_share_status,
    max(case when indicator = 'unmet_need_rate' then value end) as unmet_need_rate,
    coalesce(max(case when indicator = 'unmet_need_rate' then shown_status end), 'not_stated')
        as unmet_need_rate_status,
    max(case when indicator = 'need_match_rate' then value end) as need_match_rate,
    coalesce(max(case when indicator = 'need_match_rate' then shown_status end), 'not_stated')
        as need_match_rate_status,
    max(case when indicator = 'need_match_rate_known' then value end) as need_match_rate_known,
    coalesce(
        max(case when indicator = 'need_match_rate_known' then shown_status end),
        'not_stated'
    ) as need_match_rate_known_status,
    max(case when indicator = 'request_closure_time' then denominator end) as requests_due,
    coalesce(max(case when indicator = 'request_closure_time' then shown_status end), 'not_stated')
        as requests_due_status,
    max(case when indicator = 'request_closure_time' then value end) as closed_in_time_rate,
    coalesce(max(case when indicator = 'request_closure_time' then shown_status end), 'not_stated')
        as closed_in_time_rate_status,
    max(case when indicator = 'request_closure_time_median' then value end) as closure_hours_median,
    coalesce(
        max(case when indicator = 'request_closure_time_median' then shown_status end),
        'not_stated'
    ) as closure_hours_median_status,
    max(case when indicator = 'request_closure_time_p90' then value end) as closure_hours_p90,
    coalesce(
        max(case when indicator = 'request_closure_time_p90' then shown_status end),
        'not_stated'
    ) as closure_hours_p90_status
from figures
group by period_type, period, as_of, place_scheme,
    place_level, place, breakdown, breakdown_value
