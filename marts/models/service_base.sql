-- One row per employer, worker attribute, its value and class of service, with members served.
with

month as (
    select
        period,
        period_end,
        cast(period_start - interval 11 month as date) as window_start
    from run.period
),

member_stocks as (
    select * from core.member_stocks
),

memberships as (
    select * from core.memberships
),

employer_months as (
    select * from core.employer_months
),

services as (
    select * from core.services
),

spells as (
    select * from core.service_spells
),

attributes as (
    select attribute
    from (values ('all'), ('sex'), ('hukou'), ('form')) as listed (attribute)
),

served_classes as (
    select
        person_key,
        service_class
    from services
    where is_delivery
    group by
        person_key,
        service_class
),

served as (
    select person_key
    from served_classes
    group by person_key
),

insured as (
    select spells.person_key
    from spells
    cross join month
    where spells.spell_kind = 'insurance'
        and spells.spell_from <= month.period_end
        and (spells.spell_to is null or spells.spell_to > month.period_end)
    group by spells.person_key
),

-- Hardship at any time in twelve months; a person with two spells stands where the newer one says.
in_hardship as (
    select
        spells.person_key,
        spells.employer_id,
        spells.district_code,
        spells.unit_code,
        spells.street_code,
        spells.industry,
        spells.sex,
        spells.hukou,
        spells.form,
        row_number() over (
            partition by spells.person_key
            order by spells.spell_from desc
        ) as recency
    from spells
    cross join month
    where spells.spell_kind = 'hardship'
        and spells.spell_from <= month.period_end
        and (spells.spell_to is null or spells.spell_to > month.window_start)
),

members as (
    select
        memberships.person_key,
        coalesce(memberships.employer_id, 'none') as employer_id,
        coalesce(employer_months.district_code, 'unallocated') as district_code,
        coalesce(employer_months.unit_code, 'unallocated') as unit_code,
        coalesce(employer_months.street_code, 'unallocated') as street_code,
        coalesce(employer_months.industry_section, 'unknown') as industry,
        case when memberships.sex in ('1', '2') then memberships.sex else 'unknown' end as sex,
        case
            when memberships.hukou in (
                'local_urban', 'local_rural', 'outside_urban', 'outside_rural'
            )
                then memberships.hukou
            else 'unknown'
        end as hukou,
        case memberships.employment_form
            when '01' then 'fixed_term'
            when '02' then 'open_ended'
            when '03' then 'task'
            when '04' then 'part_time'
            when '05' then 'dispatch'
            when '09' then 'establishment'
            when '10' then 'civil_servant'
            else 'other'
        end as form,
        memberships.is_retained
    from memberships
    left join employer_months on memberships.employer_id = employer_months.employer_id
),

-- Persons are reduced to groups before anything multiplies them; retained members are served, not
-- insured.
member_groups as (
    select
        members.employer_id,
        members.district_code,
        members.unit_code,
        members.street_code,
        members.industry,
        members.sex,
        members.hukou,
        members.form,
        sum(case when members.is_retained then 0 else 1 end) as members,
        sum(case when served.person_key is null then 0 else 1 end) as members_served,
        sum(
            case when insured.person_key is null or members.is_retained then 0 else 1 end
        ) as members_insured
    from members
    left join served on members.person_key = served.person_key
    left join insured on members.person_key = insured.person_key
    group by
        members.employer_id,
        members.district_code,
        members.unit_code,
        members.street_code,
        members.industry,
        members.sex,
        members.hukou,
        members.form
),

counted as (
    select
        member_groups.employer_id,
        member_groups.district_code,
        member_groups.unit_code,
        member_groups.street_code,
        member_groups.industry,
        attributes.attribute,
        case attributes.attribute
            when 'sex' then member_groups.sex
            when 'hukou' then member_groups.hukou
            when 'form' then member_groups.form
            else 'all'
        end as attribute_value,
        'all' as service_class,
        0 as member_stocks,
        member_groups.members,
        member_groups.members_served,
        member_groups.members_insured,
        0 as members_served_of_class,
        0 as hardship_persons,
        0 as hardship_helped
    from member_groups
    cross join attributes
    union all
    select
        employer_id,
        district_code,
        unit_code,
        street_code,
        industry,
        attribute,
        attribute_value,
        'all' as service_class,
        member_stocks,
        0 as members,
        0 as members_served,
        0 as members_insured,
        0 as members_served_of_class,
        0 as hardship_persons,
        0 as hardship_helped
    from member_stocks
    union all
    select
        members.employer_id,
        members.district_code,
        members.unit_code,
        members.street_code,
        members.industry,
        'all' as attribute,
        'all' as attribute_value,
        served_classes.service_class,
        0 as member_stocks,
        0 as members,
        0 as members_served,
        0 as members_insured,
        1 as members_served_of_class,
        0 as hardship_persons,
        0 as hardship_helped
    from members
    inner join served_classes on members.person_key = served_classes.person_key
    union all
    select
        in_hardship.employer_id,
        in_hardship.district_code,
        in_hardship.unit_code,
        in_hardship.street_code,
        in_hardship.industry,
        attributes.attribute,
        case attributes.attribute
            when 'sex' then in_hardship.sex
            when 'hukou' then in_hardship.hukou
            when 'form' then in_hardship.form
            else 'all'
        end as attribute_value,
        'all' as service_class,
        0 as member_stocks,
        0 as members,
        0 as members_served,
        0 as members_insured,
        0 as members_served_of_class,
        1 as hardship_persons,
        case when served_classes.person_key is null then 0 else 1 end as hardship_helped
    from in_hardship
    cross join attributes
    left join served_classes
        on in_hardship.person_key = served_classes.person_key
        and served_classes.service_class = '31'
    where in_hardship.recency = 1
)

select
    month.period,
    counted.employer_id,
    counted.district_code,
    counted.unit_code,
    counted.street_code,
    counted.industry,
    counted.attribute,
    counted.attribute_value,
    counted.service_class,
    'need_' || counted.service_class as service_category,
    cast(sum(counted.member_stocks) as bigint) as member_stocks,
    cast(sum(counted.members) as bigint) as members,
    cast(sum(counted.members_served) as bigint) as members_served,
    cast(sum(counted.members_insured) as bigint) as members_insured,
    cast(sum(counted.members_served_of_class) as bigint) as members_served_of_class,
    cast(sum(counted.hardship_persons) as bigint) as hardship_persons,
    cast(sum(counted.hardship_helped) as bigint) as hardship_helped
from counted
cross join month
group by
    month.period,
    counted.employer_id,
    counted.district_code,
    counted.unit_code,
    counted.street_code,
    counted.industry,
    counted.attribute,
    counted.attribute_value,
    counted.service_class
