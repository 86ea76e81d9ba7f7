-- One row per period, place and group: the released figures on the process of bargaining.
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
        category,
        numerator,
        denominator,
        value,
        case when protection = 'open' then status else protection end as shown_status
    from marts.figures
    where category = 'all' and indicator in (
        'union_offer_rate',
        'offer_response_on_time',
        'offer_response_on_time_employer',
        'agreement_due_process_rate',
        'agreement_due_process_present',
        'agreement_due_process_majority',
        'agreement_due_process_filed',
        'agreement_due_process_unopposed',
        'agreement_renewal_rate',
        'agreement_renewal_short_gap_rate',
        'negotiated_wage_growth',
        'wage_floor_compliance',
        'agreements_expiring',
        'agreements_expiring_workers'
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
    max(case when indicator = 'union_offer_rate' then value end) as union_offer_rate,
    coalesce(max(case when indicator = 'union_offer_rate' then shown_status end), 'not_stated')
        as union_offer_rate_status,
    max(case when indicator = 'offer_response_on_time' then value end) as offer_response_on_time,
    coalesce(
        max(case when indicator = 'offer_response_on_time' then shown_status end), 'not_stated'
    ) as offer_response_on_time_status,
    max(case when indicator = 'offer_response_on_time_employer' then value end)
        as offer_response_on_time_employer,
    coalesce(
        max(case when indicator = 'offer_response_on_time_employer' then shown_status end),
        'not_stated'
    ) as offer_response_on_time_employer_status,
    max(case when indicator = 'agreement_due_process_rate' then value end)
        as agreement_due_process_rate,
    coalesce(
        max(case when indicator = 'agreement_due_process_rate' then shown_status end), 'not_stated'
    ) as agreement_due_process_rate_status,
    max(case when indicator = 'agreement_due_process_present' then value end)
        as agreement_due_process_present,
    coalesce(
        max(case when indicator = 'agreement_due_process_present' then shown_status end),
        'not_stated'
    ) as agreement_due_process_present_status,
    max(case when indicator = 'agreement_due_process_majority' then value end)
        as agreement_due_process_majority,
    coalesce(
        max(case when indicator = 'agreement_due_process_majority' then shown_status end),
        'not_stated'
    ) as agreement_due_process_majority_status,
    max(case when indicator = 'agreement_due_process_filed' then value end)
        as agreement_due_process_filed,
    coalesce(
        max(case when indicator = 'agreement_due_process_filed' then shown_status end), 'not_stated'
    ) as agreement_due_process_filed_status,
    max(case when indicator = 'agreement_due_process_unopposed' then value end)
        as agreement_due_process_unopposed,
    coalesce(
        max(case when indicator = 'agreement_due_process_unopposed' then shown_status end),
        'not_stated'
    ) as agreement_due_process_unopposed_status,
    max(case when indicator = 'agreement_renewal_rate' then value end) as agreement_renewal_rate,
    coalesce(
        max(case when indicator = 'agreement_renewal_rate' then shown_status end), 'not_stated'
    ) as agreement_renewal_rate_status,
    max(case when indicator = 'agreement_renewal_short_gap_rate' then value end)
        as agreement_renewal_short_gap_rate,
    coalesce(
        max(case when indicator = 'agreement_renewal_short_gap_rate' then shown_status end),
        'not_stated'
    ) as agreement_renewal_short_gap_rate_status,
    max(case when indicator = 'negotiated_wage_growth' then value end) as negotiated_wage_growth,
    coalesce(
        max(case when indicator = 'negotiated_wage_growth' then shown_status end), 'not_stated'
    ) as negotiated_wage_growth_status,
    max(case when indicator = 'wage_floor_compliance' then value end) as wage_floor_compliance,
    coalesce(max(case when indicator = 'wage_floor_compliance' then shown_status end), 'not_stated')
        as wage_floor_compliance_status,
    max(case when indicator = 'agreements_expiring' then numerator end) as agreements_expiring,
    coalesce(max(case when indicator = 'agreements_expiring' then shown_status end), 'not_stated')
        as agreements_expiring_status,
    max(case when indicator = 'agreements_expiring_workers' then numerator end)
        as agreements_expiring_workers,
    coalesce(
        max(case when indicator = 'agreements_expiring_workers' then shown_status end), 'not_stated'
    ) as agreements_expiring_workers_status
from figures
group by period_type, period, as_of, place_scheme,
    place_level, place, breakdown, breakdown_value
