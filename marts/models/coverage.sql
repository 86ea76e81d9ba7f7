-- One row per period, place and group: the released figures on collective agreements.
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
        value,
        lower,
        upper,
        case when protection = 'open' then status else protection end as shown_status
    from marts.figures
    where category = 'all' and indicator in (
        'workers',
        'coverage_any_workers',
        'coverage_wage_workers',
        'coverage_level_enterprise',
        'coverage_level_industry',
        'coverage_level_area',
        'coverage_overlap_rate',
        'coverage_adjusted',
        'coverage_any_workers_workplace',
        'coverage_stated_only_share',
        'wage_bargaining_establishment_rate',
        'small_micro_area_coverage'
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
    max(case when indicator = 'workers' then numerator end) as workers,
    coalesce(max(case when indicator = 'workers' then shown_status end), 'not_stated')
        as workers_status,
    max(case when indicator = 'coverage_any_workers' then value end) as coverage_any_workers,
    max(case when indicator = 'coverage_any_workers' then lower end) as coverage_any_workers_lower,
    max(case when indicator = 'coverage_any_workers' then upper end) as coverage_any_workers_upper,
    coalesce(max(case when indicator = 'coverage_any_workers' then shown_status end), 'not_stated')
        as coverage_any_workers_status,
    max(case when indicator = 'coverage_wage_workers' then value end) as coverage_wage_workers,
    max(case when indicator = 'coverage_wage_workers' then lower end)
        as coverage_wage_workers_lower,
    max(case when indicator = 'coverage_wage_workers' then upper end)
        as coverage_wage_workers_upper,
    coalesce(max(case when indicator = 'coverage_wage_workers' then shown_status end), 'not_stated')
        as coverage_wage_workers_status,
    max(case when indicator = 'coverage_level_enterprise' then value end)
        as coverage_level_enterprise,
    coalesce(
        max(case when indicator = 'coverage_level_enterprise' then shown_status end),
        'not_stated'
    ) as coverage_level_enterprise_status,
    max(case when indicator = 'coverage_level_industry' then value end) as coverage_level_industry,
    max(case when indicator = 'coverage_level_industry' then lower end)
        as coverage_level_industry_lower,
    max(case when indicator = 'coverage_level_industry' then upper end)
        as coverage_level_industry_upper,
    coalesce(
        max(case when indicator = 'coverage_level_industry' then shown_status end),
        'not_stated'
    ) as coverage_level_industry_status,
    max(case when indicator = 'coverage_level_area' then value end) as coverage_level_area,
    max(case when indicator = 'coverage_level_area' then lower end) as coverage_level_area_lower,
    max(case when indicator = 'coverage_level_area' then upper end) as coverage_level_area_upper,
    coalesce(max(case when indicator = 'coverage_level_area' then shown_status end), 'not_stated')
        as coverage_level_area_status,
    max(case when indicator = 'coverage_overlap_rate' then value end) as coverage_overlap_rate,
    coalesce(max(case when indicator = 'coverage_overlap_rate' then shown_status end), 'not_stated')
        as coverage_overlap_rate_status,
    max(case when indicator = 'coverage_adjusted' then value end) as coverage_adjusted,
    max(case when indicator = 'coverage_adjusted' then lower end) as coverage_adjusted_lower,
    max(case when indicator = 'coverage_adjusted' then upper end) as coverage_adjusted_upper,
    coalesce(max(case when indicator = 'coverage_adjusted' then shown_status end), 'not_stated')
        as coverage_adjusted_status,
    max(case when indicator = 'coverage_any_workers_workplace' then value end)
        as coverage_any_workers_workplace,
    max(case when indicator = 'coverage_any_workers_workplace' then lower end)
        as coverage_any_workers_workplace_lower,
    max(case when indicator = 'coverage_any_workers_workplace' then upper end)
        as coverage_any_workers_workplace_upper,
    coalesce(
        max(case when indicator = 'coverage_any_workers_workplace' then shown_status end),
        'not_stated'
    ) as coverage_any_workers_workplace_status,
    max(case when indicator = 'coverage_stated_only_share' then value end)
        as coverage_stated_only_share,
    coalesce(
        max(case when indicator = 'coverage_stated_only_share' then shown_status end),
        'not_stated'
    ) as coverage_stated_only_share_status,
    max(case when indicator = 'wage_bargaining_establishment_rate' then value end)
        as wage_bargaining_establishment_rate,
    coalesce(
        max(case when indicator = 'wage_bargaining_establishment_rate' then shown_status end),
        'not_stated'
    ) as wage_bargaining_establishment_rate_status,
    max(case when indicator = 'small_micro_area_coverage' then value end)
        as small_micro_area_coverage,
    max(case when indicator = 'small_micro_area_coverage' then lower end)
        as small_micro_area_coverage_lower,
    max(case when indicator = 'small_micro_area_coverage' then upper end)
        as small_micro_area_coverage_upper,
    coalesce(
        max(case when indicator = 'small_micro_area_coverage' then shown_status end),
        'not_stated'
    ) as small_micro_area_coverage_status
from figures
group by period_type, period, as_of, place_scheme,
    place_level, place, breakdown, breakdown_value
