-- One row per period, place and group: the released figures on unions and unionised employers.
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
        'employers',
        'unionised_employers',
        'unions',
        'unionisation_rate_units',
        'unionisation_rate_enterprises',
        'unionisation_rate_staff_25',
        'unionisation_rate_foreign',
        'unionisation_rate_small_nonpublic',
        'unionisation_rate_social_organisations',
        'overdue_establishment',
        'joint_union_units',
        'joint_union_units_per_union'
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
    max(case when indicator = 'employers' then numerator end) as employers,
    coalesce(max(case when indicator = 'employers' then shown_status end), 'not_stated')
        as employers_status,
    max(case when indicator = 'unionised_employers' then numerator end) as unionised_employers,
    coalesce(max(case when indicator = 'unionised_employers' then shown_status end), 'not_stated')
        as unionised_employers_status,
    max(case when indicator = 'unions' then numerator end) as unions,
    coalesce(max(case when indicator = 'unions' then shown_status end), 'not_stated')
        as unions_status,
    max(case when indicator = 'unionisation_rate_units' then value end) as unionisation_rate_units,
    coalesce(
        max(case when indicator = 'unionisation_rate_units' then shown_status end),
        'not_stated'
    ) as unionisation_rate_units_status,
    max(case when indicator = 'unionisation_rate_enterprises' then value end)
        as unionisation_rate_enterprises,
    coalesce(
        max(case when indicator = 'unionisation_rate_enterprises' then shown_status end),
        'not_stated'
    ) as unionisation_rate_enterprises_status,
    max(case when indicator = 'unionisation_rate_staff_25' then value end)
        as unionisation_rate_staff_25,
    coalesce(
        max(case when indicator = 'unionisation_rate_staff_25' then shown_status end),
        'not_stated'
    ) as unionisation_rate_staff_25_status,
    max(case when indicator = 'unionisation_rate_foreign' then value end)
        as unionisation_rate_foreign,
    coalesce(
        max(case when indicator = 'unionisation_rate_foreign' then shown_status end),
        'not_stated'
    ) as unionisation_rate_foreign_status,
    max(case when indicator = 'unionisation_rate_small_nonpublic' then value end)
        as unionisation_rate_small_nonpublic,
    coalesce(
        max(case when indicator = 'unionisation_rate_small_nonpublic' then shown_status end),
        'not_stated'
    ) as unionisation_rate_small_nonpublic_status,
    max(case when indicator = 'unionisation_rate_social_organisations' then value end)
        as unionisation_rate_social_organisations,
    coalesce(
        max(case when indicator = 'unionisation_rate_social_organisations' then shown_status end),
        'not_stated'
    ) as unionisation_rate_social_organisations_status,
    max(case when indicator = 'overdue_establishment' then numerator end) as overdue_establishment,
    coalesce(max(case when indicator = 'overdue_establishment' then shown_status end), 'not_stated')
        as overdue_establishment_status,
    max(case when indicator = 'joint_union_units' then numerator end) as joint_union_units,
    coalesce(max(case when indicator = 'joint_union_units' then shown_status end), 'not_stated')
        as joint_union_units_status,
    max(case when indicator = 'joint_union_units_per_union' then value end)
        as joint_union_units_per_union,
    coalesce(
        max(case when indicator = 'joint_union_units_per_union' then shown_status end),
        'not_stated'
    ) as joint_union_units_per_union_status
from figures
group by period_type, period, as_of, place_scheme,
    place_level, place, breakdown, breakdown_value
