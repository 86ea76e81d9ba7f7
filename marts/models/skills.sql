-- One row per period, place and group: the released figures on skills and training.
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
        case when protection = 'open' then status else protection end as shown_status
    from marts.figures
    where category = 'all' and indicator in (
        'skilled_worker_stock',
        'skilled_worker_share',
        'high_skilled_share',
        'skill_upgrade_rate',
        'training_reach_rate',
        'training_hours_per_worker',
        'edu_fund_accrual_compliance',
        'edu_fund_frontline_share',
        'edu_fund_frontline_compliance',
        'edu_fund_frontline_median'
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
    max(case when indicator = 'skilled_worker_stock' then numerator end) as skilled_workers,
    coalesce(
        max(case when indicator = 'skilled_worker_stock' then shown_status end),
        'not_stated'
    ) as skilled_workers_status,
    max(case when indicator = 'skilled_worker_share' then value end) as skilled_worker_share,
    coalesce(
        max(case when indicator = 'skilled_worker_share' then shown_status end),
        'not_stated'
    ) as skilled_worker_share_status,
    max(case when indicator = 'high_skilled_share' then value end) as high_skilled_share,
    coalesce(
        max(case when indicator = 'high_skilled_share' then shown_status end),
        'not_stated'
    ) as high_skilled_share_status,
    max(case when indicator = 'skill_upgrade_rate' then value end) as skill_upgrade_rate,
    coalesce(
        max(case when indicator = 'skill_upgrade_rate' then shown_status end),
        'not_stated'
    ) as skill_upgrade_rate_status,
    max(case when indicator = 'training_reach_rate' then value end) as training_reach_rate,
    coalesce(
        max(case when indicator = 'training_reach_rate' then shown_status end),
        'not_stated'
    ) as training_reach_rate_status,
    max(case when indicator = 'training_hours_per_worker' then value end)
        as training_hours_per_worker,
    coalesce(
        max(case when indicator = 'training_hours_per_worker' then shown_status end),
        'not_stated'
    ) as training_hours_per_worker_status,
    max(case when indicator = 'edu_fund_accrual_compliance' then value end)
        as edu_fund_accrual_compliance,
    coalesce(
        max(case when indicator = 'edu_fund_accrual_compliance' then shown_status end),
        'not_stated'
    ) as edu_fund_accrual_compliance_status,
    max(case when indicator = 'edu_fund_frontline_share' then value end)
        as edu_fund_frontline_share,
    coalesce(
        max(case when indicator = 'edu_fund_frontline_share' then shown_status end),
        'not_stated'
    ) as edu_fund_frontline_share_status,
    max(case when indicator = 'edu_fund_frontline_compliance' then value end)
        as edu_fund_frontline_compliance,
    coalesce(
        max(case when indicator = 'edu_fund_frontline_compliance' then shown_status end),
        'not_stated'
    ) as edu_fund_frontline_compliance_status,
    max(case when indicator = 'edu_fund_frontline_median' then value end)
        as edu_fund_frontline_median_bp,
    coalesce(
        max(case when indicator = 'edu_fund_frontline_median' then shown_status end),
        'not_stated'
    ) as edu_fund_frontline_median_bp_status
from figures
group by period_type, period, as_of, place_scheme,
    place_level, place, breakdown, breakdown_value
