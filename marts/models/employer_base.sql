-- One row per employer and value of one worker attribute; and per agreement known by totals only.
with

month as (
    select * from run.period
),

rules as (
    select * from codes.rules
),

employer_months as (
    select * from core.employer_months
),

bound_employers as (
    select * from core.bound_employers
),

memberships as (
    select * from core.memberships
),

stated_agreements as (
    select * from core.stated_agreements
),

-- The rules of the day, side by side.
rules_of_day as (
    select
        max(case when rules.rule = 'concentrated_street_small_enterprises' then rules.value end)
            as concentrated_enterprises,
        max(case when rules.rule = 'overdue_establishment_staff' then rules.value end)
            as overdue_staff,
        max(case when rules.rule = 'overdue_establishment_months' then rules.value end)
            as overdue_months
    from rules
    cross join month
    where rules.valid_from <= month.period_end
        and (rules.valid_to is null or rules.valid_to > month.period_end)
),

small_enterprises_of_streets as (
    select
        street_code,
        count(*) as small_enterprises
    from employer_months
    where is_in_scope
        and is_small_micro
        and street_code <> 'unallocated'
    group by street_code
),

concentrated_streets as (
    select small_enterprises_of_streets.street_code
    from small_enterprises_of_streets
    cross join rules_of_day
    where small_enterprises_of_streets.small_enterprises >= rules_of_day.concentrated_enterprises
),

-- Coverage is decided per employer: one agreement or five bind the same workers once.
bindings as (
    select
        employer_id,
        bool_or(covers_wage) as is_wage_bound,
        bool_or(level = 'enterprise') as is_bound_enterprise,
        bool_or(level = 'industry') as is_bound_industry,
        bool_or(level = 'area') as is_bound_area
    from bound_employers
    group by employer_id
),

-- Persons are reduced to employer and attribute before anything else touches them.
members as (
    select
        coalesce(employer_id, 'none') as employer_id,
        case when sex in ('1', '2') then sex else 'unknown' end as sex,
        case
            when hukou in ('local_urban', 'local_rural', 'outside_urban', 'outside_rural')
                then hukou
            else 'unknown'
        end as hukou,
        case employment_form
            when '01' then 'fixed_term'
            when '02' then 'open_ended'
            when '03' then 'task'
            when '04' then 'part_time'
            when '05' then 'dispatch'
            when '09' then 'establishment'
            when '10' then 'civil_servant'
            else 'other'
        end as form,
        case when is_platform then 0 else 1 end as is_ilo_member
    from memberships
    where not is_retained
),

members_by_attribute as (
    select
        employer_id,
        'all' as attribute,
        'all' as attribute_value,
        count(*) as members,
        sum(is_ilo_member) as members_ilo
    from members
    group by employer_id
    union all
    select
        employer_id,
        'sex' as attribute,
        sex as attribute_value,
        count(*) as members,
        sum(is_ilo_member) as members_ilo
    from members
    group by
        employer_id,
        sex
    union all
    select
        employer_id,
        'hukou' as attribute,
        hukou as attribute_value,
        count(*) as members,
        sum(is_ilo_member) as members_ilo
    from members
    group by
        employer_id,
        hukou
    union all
    select
        employer_id,
        'form' as attribute,
        form as attribute_value,
        count(*) as members,
        sum(is_ilo_member) as members_ilo
    from members
    group by
        employer_id,
        form
),

attribute_values as (
    select
        attribute,
        attribute_value
    from (
        values
            ('all', 'all'),
            ('sex', '1'),
            ('sex', '2'),
            ('hukou', 'local_urban'),
            ('hukou', 'local_rural'),
            ('hukou', 'outside_urban'),
            ('hukou', 'outside_rural'),
            ('hukou', 'unknown'),
            ('form', 'fixed_term'),
            ('form', 'open_ended'),
            ('form', 'task'),
            ('form', 'part_time'),
            ('form', 'dispatch'),
            ('form', 'establishment'),
            ('form', 'civil_servant'),
            ('form', 'other')
    ) as listed (attribute, attribute_value)
),

-- What the statistical form does not split stands as unknown or other, so that parts add up.
workers_by_attribute as (
    select
        employer_months.employer_id,
        attribute_values.attribute,
        attribute_values.attribute_value,
        case attribute_values.attribute || ' ' || attribute_values.attribute_value
            when 'all all' then employer_months.headcount
            when 'sex 1' then employer_months.headcount - employer_months.women
            when 'sex 2' then employer_months.women
            when 'hukou local_urban' then employer_months.hukou_local_urban
            when 'hukou local_rural' then employer_months.hukou_local_rural
            when 'hukou outside_urban' then employer_months.hukou_outside_urban
            when 'hukou outside_rural' then employer_months.hukou_outside_rural
            when 'hukou unknown' then employer_months.headcount
                - employer_months.hukou_local_urban - employer_months.hukou_local_rural
                - employer_months.hukou_outside_urban - employer_months.hukou_outside_rural
            when 'form fixed_term' then employer_months.form_fixed_term
            when 'form open_ended' then employer_months.form_open_ended
            when 'form task' then employer_months.form_task
            when 'form part_time' then employer_months.form_part_time
            when 'form dispatch' then employer_months.form_dispatch
            when 'form establishment' then employer_months.form_establishment
            when 'form civil_servant' then employer_months.form_civil_servant
            when 'form other' then employer_months.headcount
                - employer_months.form_fixed_term - employer_months.form_open_ended
                - employer_months.form_task - employer_months.form_part_time
                - employer_months.form_dispatch - employer_months.form_establishment
                - employer_months.form_civil_servant
        end as workers
    from employer_months
    cross join attribute_values
    where employer_months.is_in_scope
),

counted as (
    select
        employer_id,
        attribute,
        attribute_value,
        workers,
        0 as members,
        0 as members_ilo
    from workers_by_attribute
    where workers > 0
    union all
    select
        employer_id,
        attribute,
        attribute_value,
        0 as workers,
        members,
        members_ilo
    from members_by_attribute
),

measures as (
    select
        employer_id,
        attribute,
        attribute_value,
        cast(sum(workers) as bigint) as workers,
        cast(sum(members) as bigint) as members,
        cast(sum(members_ilo) as bigint) as members_ilo
    from counted
    group by
        employer_id,
        attribute,
        attribute_value
),

overdue_employers as (
    select employer_months.employer_id
    from employer_months
    cross join month
    cross join rules_of_day
    where employer_months.is_in_scope
        and not employer_months.is_unionised
        and employer_months.headcount >= rules_of_day.overdue_staff
        and cast(
            employer_months.opened_on + rules_of_day.overdue_months * interval 1 month as date
        ) <= month.period_end
),

-- Members whose roster names no employer stand under "none" and count in no employer's figure.
employer_rows as (
    select
        measures.employer_id,
        measures.attribute,
        measures.attribute_value,
        'employer' as row_kind,
        coalesce(employer_months.district_code, 'unallocated') as district_code,
        coalesce(employer_months.unit_code, 'unallocated') as unit_code,
        coalesce(employer_months.street_code, 'unallocated') as street_code,
        coalesce(employer_months.industry_section, 'unknown') as industry,
        coalesce(employer_months.ownership_group, 'unknown') as ownership,
        coalesce(employer_months.size_class, 'none') as size_class,
        coalesce(employer_months.unit_type, 'unknown') as unit_type,
        case
            when measures.attribute = 'all' and employer_months.is_in_scope then 1
            else 0
        end as units,
        measures.workers,
        -- Dispatched workers at the user instead of the agency: the second series, never both.
        case
            when measures.attribute = 'all' and employer_months.is_in_scope
                then employer_months.headcount
                    - employer_months.form_dispatch
                    + employer_months.dispatched_in
            else 0
        end as workers_workplace,
        measures.members,
        measures.members_ilo,
        case
            when measures.attribute = 'all' and employer_months.is_in_scope
                then employer_months.form_civil_servant
            else 0
        end as civil_servants,
        coalesce(employer_months.is_in_scope, false) as is_in_scope,
        coalesce(employer_months.is_enterprise, false) as is_enterprise,
        coalesce(employer_months.is_small_micro, false) as is_small_micro,
        concentrated_streets.street_code is not null as is_concentrated,
        coalesce(employer_months.is_nonpublic, false) as is_nonpublic,
        coalesce(employer_months.is_unionised, false) as is_unionised,
        bindings.employer_id is not null as is_bound,
        coalesce(bindings.is_wage_bound, false) as is_wage_bound,
        coalesce(bindings.is_bound_enterprise, false) as is_bound_enterprise,
        coalesce(bindings.is_bound_industry, false) as is_bound_industry,
        coalesce(bindings.is_bound_area, false) as is_bound_area,
        overdue_employers.employer_id is not null as is_overdue
    from measures
    left join employer_months on measures.employer_id = employer_months.employer_id
    left join concentrated_streets
        on employer_months.street_code = concentrated_streets.street_code
    left join bindings on measures.employer_id = bindings.employer_id
    left join overdue_employers on measures.employer_id = overdue_employers.employer_id
)

select
    month.period,
    employer_rows.employer_id,
    employer_rows.attribute,
    employer_rows.attribute_value,
    employer_rows.row_kind,
    employer_rows.district_code,
    employer_rows.unit_code,
    employer_rows.street_code,
    employer_rows.industry,
    employer_rows.ownership,
    employer_rows.size_class,
    employer_rows.unit_type,
    cast(employer_rows.units as bigint) as units,
    employer_rows.workers,
    employer_rows.workers_workplace,
    employer_rows.members,
    employer_rows.members_ilo,
    employer_rows.civil_servants,
    cast(0 as bigint) as stated_workers,
    cast(0 as bigint) as stated_units,
    employer_rows.is_in_scope,
    employer_rows.is_enterprise,
    employer_rows.is_small_micro,
    employer_rows.is_concentrated,
    employer_rows.is_nonpublic,
    employer_rows.is_unionised,
    employer_rows.is_bound,
    employer_rows.is_wage_bound,
    employer_rows.is_bound_enterprise,
    employer_rows.is_bound_industry,
    employer_rows.is_bound_area,
    employer_rows.is_overdue,
    cast(null as string) as agreement_level,
    false as covers_wage
from employer_rows
cross join month
union all
-- A null place or breakdown says: this agreement lies in no one cell of that kind.
select
    month.period,
    stated_agreements.agreement_id as employer_id,
    'all' as attribute,
    'all' as attribute_value,
    'agreement' as row_kind,
    stated_agreements.district_code,
    stated_agreements.unit_code,
    stated_agreements.street_code,
    stated_agreements.industry,
    cast(null as string) as ownership,
    cast(null as string) as size_class,
    cast(null as string) as unit_type,
    cast(0 as bigint) as units,
    cast(0 as bigint) as workers,
    cast(0 as bigint) as workers_workplace,
    cast(0 as bigint) as members,
    cast(0 as bigint) as members_ilo,
    cast(0 as bigint) as civil_servants,
    stated_agreements.stated_workers,
    stated_agreements.stated_units,
    false as is_in_scope,
    false as is_enterprise,
    false as is_small_micro,
    false as is_concentrated,
    false as is_nonpublic,
    false as is_unionised,
    false as is_bound,
    false as is_wage_bound,
    false as is_bound_enterprise,
    false as is_bound_industry,
    false as is_bound_area,
    false as is_overdue,
    stated_agreements.level as agreement_level,
    stated_agreements.covers_wage
from stated_agreements
cross join month
where not stated_agreements.is_too_large
