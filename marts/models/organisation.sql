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
),

side_by_side as (
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
        max(case when indicator = 'employers' then shown_status end) as employers_status,
        max(case when indicator = 'unionised_employers' then numerator end) as unionised_employers,
        max(case when indicator = 'unionised_employers' then shown_status end)
            as unionised_employers_status,
        max(case when indicator = 'unions' then numerator end) as unions,
        max(case when indicator = 'unions' then shown_status end) as unions_status,
        max(case when indicator = 'unionisation_rate_units' then value end)
            as unionisation_rate_units,
        max(case when indicator = 'unionisation_rate_units' then shown_status end)
            as unionisation_rate_units_status,
        max(case when indicator = 'unionisation_rate_enterprises' then value end)
            as unionisation_rate_enterprises,
        max(case when indicator = 'unionisation_rate_enterprises' then shown_status end)
            as unionisation_rate_enterprises_status,
        max(case when indicator = 'unionisation_rate_staff_25' then value end)
            as unionisation_rate_staff_25,
        max(case when indicator = 'unionisation_rate_staff_25' then shown_status end)
            as unionisation_rate_staff_25_status,
        max(case when indicator = 'unionisation_rate_foreign' then value end)
            as unionisation_rate_foreign,
        max(case when indicator = 'unionisation_rate_foreign' then shown_status end)
            as unionisation_rate_foreign_status,
        max(case when indicator = 'unionisation_rate_small_nonpublic' then value end)
            as unionisation_rate_small_nonpublic,
        max(case when indicator = 'unionisation_rate_small_nonpublic' then shown_status end)
            as unionisation_rate_small_nonpublic_status,
        max(case when indicator = 'unionisation_rate_social_organisations' then value end)
            as unionisation_rate_social_organisations,
        max(case when indicator = 'unionisation_rate_social_organisations' then shown_status end)
            as unionisation_rate_social_organisations_status,
        max(case when indicator = 'overdue_establishment' then numerator end)
            as overdue_establishment,
        max(case when indicator = 'overdue_establishment' then shown_status end)
            as overdue_establishment_status,
        max(case when indicator = 'joint_union_units' then numerator end) as joint_union_units,
        max(case when indicator = 'joint_union_units' then shown_status end)
            as joint_union_units_status,
        max(case when indicator = 'joint_union_units_per_union' then value end)
            as joint_union_units_per_union,
        max(case when indicator = 'joint_union_units_per_union' then shown_status end)
            as joint_union_units_per_union_status
    from figures
    group by period_type, period, as_of, place_scheme,
        place_level, place, breakdown, breakdown_value
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
    employers,
    coalesce(employers_status, 'not_stated') as employers_status,
    unionised_employers,
    coalesce(unionised_employers_status, 'not_stated') as unionised_employers_status,
    unions,
    coalesce(unions_status, 'not_stated') as unions_status,
    unionisation_rate_units,
    coalesce(unionisation_rate_units_status, 'not_stated') as unionisation_rate_units_status,
    unionisation_rate_enterprises,
    coalesce(unionisation_rate_enterprises_status, 'not_stated')
        as unionisation_rate_enterprises_status,
    unionisation_rate_staff_25,
    coalesce(unionisation_rate_staff_25_status, 'not_stated') as unionisation_rate_staff_25_status,
    unionisation_rate_foreign,
    coalesce(unionisation_rate_foreign_status, 'not_stated') as unionisation_rate_foreign_status,
    unionisation_rate_small_nonpublic,
    coalesce(unionisation_rate_small_nonpublic_status, 'not_stated')
        as unionisation_rate_small_nonpublic_status,
    unionisation_rate_social_organisations,
    coalesce(unionisation_rate_social_organisations_status, 'not_stated')
        as unionisation_rate_social_organisations_status,
    overdue_establishment,
    coalesce(overdue_establishment_status, 'not_stated') as overdue_establishment_status,
    joint_union_units,
    coalesce(joint_union_units_status, 'not_stated') as joint_union_units_status,
    joint_union_units_per_union,
    coalesce(joint_union_units_per_union_status, 'not_stated')
        as joint_union_units_per_union_status
from side_by_side
