-- One row per period, place and group: the released figures on services, relief and living unions.
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
        'inclusive_service_reach',
        'mutual_aid_coverage',
        'hardship_relief_rate',
        'active_union_rate'
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
    max(case when indicator = 'inclusive_service_reach' then numerator end) as members_served,
    coalesce(
        max(case when indicator = 'inclusive_service_reach' then shown_status end),
        'not_stated'
    ) as members_served_status,
    max(case when indicator = 'inclusive_service_reach' then value end) as service_reach,
    coalesce(
        max(case when indicator = 'inclusive_service_reach' then shown_status end),
        'not_stated'
    ) as service_reach_status,
    max(case when indicator = 'mutual_aid_coverage' then numerator end) as members_insured,
    coalesce(max(case when indicator = 'mutual_aid_coverage' then shown_status end), 'not_stated')
        as members_insured_status,
    max(case when indicator = 'mutual_aid_coverage' then value end) as mutual_aid_coverage,
    coalesce(max(case when indicator = 'mutual_aid_coverage' then shown_status end), 'not_stated')
        as mutual_aid_coverage_status,
    max(case when indicator = 'hardship_relief_rate' then denominator end) as hardship_persons,
    coalesce(max(case when indicator = 'hardship_relief_rate' then shown_status end), 'not_stated')
        as hardship_persons_status,
    max(case when indicator = 'hardship_relief_rate' then value end) as hardship_relief_rate,
    coalesce(max(case when indicator = 'hardship_relief_rate' then shown_status end), 'not_stated')
        as hardship_relief_rate_status,
    max(case when indicator = 'active_union_rate' then denominator end) as base_unions,
    coalesce(max(case when indicator = 'active_union_rate' then shown_status end), 'not_stated')
        as base_unions_status,
    max(case when indicator = 'active_union_rate' then value end) as active_union_rate,
    coalesce(max(case when indicator = 'active_union_rate' then shown_status end), 'not_stated')
        as active_union_rate_status
from figures
group by period_type, period, as_of, place_scheme,
    place_level, place, breakdown, breakdown_value
