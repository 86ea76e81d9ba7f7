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
        'membership_in_unionised_ilo'
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
    ) as membership_in_unionised_ilo_status
from figures
group by period_type, period, as_of, place_scheme,
    place_level, place, breakdown, breakdown_value
