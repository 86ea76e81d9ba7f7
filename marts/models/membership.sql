-- One row per period, place and group: the released figures on members and density.
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
        'workers',
        'members_at_employer',
        'members',
        'union_density',
        'union_density_ilo',
        'membership_in_unionised',
        'membership_in_unionised_ilo',
        'priority_group_membership_migrants',
        'priority_group_membership_dispatched',
        'priority_group_membership_platform',
        'worker_status_db_completeness'
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
    max(case when indicator = 'members_at_employer' then numerator end) as members_at_employer,
    coalesce(max(case when indicator = 'members_at_employer' then shown_status end), 'not_stated')
        as members_at_employer_status,
    max(case when indicator = 'members' then numerator end) as members_at_union,
    coalesce(max(case when indicator = 'members' then shown_status end), 'not_stated')
        as members_at_union_status,
    max(case when indicator = 'union_density' then value end) as union_density,
    coalesce(max(case when indicator = 'union_density' then shown_status end), 'not_stated')
        as union_density_status,
    max(case when indicator = 'union_density_ilo' then value end) as union_density_ilo,
    coalesce(max(case when indicator = 'union_density_ilo' then shown_status end), 'not_stated')
        as union_density_ilo_status,
    max(case when indicator = 'membership_in_unionised' then value end) as membership_in_unionised,
    coalesce(
        max(case when indicator = 'membership_in_unionised' then shown_status end),
        'not_stated'
    ) as membership_in_unionised_status,
    max(case when indicator = 'membership_in_unionised_ilo' then value end)
        as membership_in_unionised_ilo,
    coalesce(
        max(case when indicator = 'membership_in_unionised_ilo' then shown_status end),
        'not_stated'
    ) as membership_in_unionised_ilo_status,
    max(case when indicator = 'priority_group_membership_migrants' then value end)
        as migrant_membership,
    coalesce(
        max(case when indicator = 'priority_group_membership_migrants' then shown_status end),
        'not_stated'
    ) as migrant_membership_status,
    max(case when indicator = 'priority_group_membership_dispatched' then value end)
        as dispatched_membership,
    coalesce(
        max(case when indicator = 'priority_group_membership_dispatched' then shown_status end),
        'not_stated'
    ) as dispatched_membership_status,
    max(case when indicator = 'priority_group_membership_platform' then numerator end)
        as platform_members,
    coalesce(
        max(case when indicator = 'priority_group_membership_platform' then shown_status end),
        'not_stated'
    ) as platform_members_status,
    max(case when indicator = 'worker_status_db_completeness' then value end)
        as worker_status_completeness,
    coalesce(
        max(case when indicator = 'worker_status_db_completeness' then shown_status end),
        'not_stated'
    ) as worker_status_completeness_status
from figures
group by period_type, period, as_of, place_scheme,
    place_level, place, breakdown, breakdown_value
