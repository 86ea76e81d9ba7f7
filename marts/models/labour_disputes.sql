-- One row per period, place and group: the released figures on labour disputes.
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
        'disputes',
        'dispute_incidence',
        'collective_dispute_share',
        'collective_dispute_persons_share',
        'mediation_success_rate',
        'mediation_on_time_rate',
        'mediation_days_median',
        'joint_mediation_share',
        'arbitration_clearance_rate',
        'arbitration_on_time_rate',
        'arbitration_days_median'
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
    max(case when indicator = 'disputes' then numerator end) as disputes,
    coalesce(max(case when indicator = 'disputes' then shown_status end), 'not_stated')
        as disputes_status,
    max(case when indicator = 'dispute_incidence' then value end) as disputes_per_10000_workers,
    coalesce(max(case when indicator = 'dispute_incidence' then shown_status end), 'not_stated')
        as disputes_per_10000_workers_status,
    max(case when indicator = 'collective_dispute_share' then value end)
        as collective_dispute_share,
    coalesce(
        max(case when indicator = 'collective_dispute_share' then shown_status end),
        'not_stated'
    ) as collective_dispute_share_status,
    max(case when indicator = 'collective_dispute_persons_share' then value end)
        as collective_dispute_persons_share,
    coalesce(
        max(case when indicator = 'collective_dispute_persons_share' then shown_status end),
        'not_stated'
    ) as collective_dispute_persons_share_status,
    max(case when indicator = 'mediation_success_rate' then value end) as mediation_success_rate,
    coalesce(
        max(case when indicator = 'mediation_success_rate' then shown_status end),
        'not_stated'
    ) as mediation_success_rate_status,
    max(case when indicator = 'mediation_on_time_rate' then value end) as mediation_on_time_rate,
    coalesce(
        max(case when indicator = 'mediation_on_time_rate' then shown_status end),
        'not_stated'
    ) as mediation_on_time_rate_status,
    max(case when indicator = 'mediation_days_median' then cast(value as bigint) end)
        as mediation_median_days,
    coalesce(max(case when indicator = 'mediation_days_median' then shown_status end), 'not_stated')
        as mediation_median_days_status,
    max(case when indicator = 'joint_mediation_share' then value end) as joint_mediation_share,
    coalesce(max(case when indicator = 'joint_mediation_share' then shown_status end), 'not_stated')
        as joint_mediation_share_status,
    max(case when indicator = 'arbitration_clearance_rate' then value end)
        as arbitration_clearance_rate,
    coalesce(
        max(case when indicator = 'arbitration_clearance_rate' then shown_status end),
        'not_stated'
    ) as arbitration_clearance_rate_status,
    max(case when indicator = 'arbitration_on_time_rate' then value end)
        as arbitration_on_time_rate,
    coalesce(
        max(case when indicator = 'arbitration_on_time_rate' then shown_status end),
        'not_stated'
    ) as arbitration_on_time_rate_status,
    max(case when indicator = 'arbitration_days_median' then cast(value as bigint) end)
        as arbitration_median_days,
    coalesce(
        max(case when indicator = 'arbitration_days_median' then shown_status end),
        'not_stated'
    ) as arbitration_median_days_status
from figures
group by period_type, period, as_of, place_scheme,
    place_level, place, breakdown, breakdown_value
