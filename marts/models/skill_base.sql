-- One row per employer and value of one attribute: its skilled workers, beside all its workers.
with

month as (
    select * from run.period
),

skilled_workers as (
    select * from core.skilled_workers
),

employer_months as (
    select * from core.employer_months
),

-- Persons are reduced to employer and attribute before anything else touches them.
persons as (
    select
        coalesce(employer_id, 'none') as employer_id,
        coalesce(sex, 'unknown') as sex,
        'rank_' || cast(skill_rank as string) as skill_level,
        case when skill_rank > 0 then 1 else 0 end as skilled,
        case when skill_rank >= 3 then 1 else 0 end as high_skilled,
        case when skill_rank > 0 and not is_retained then 1 else 0 end as skilled_at_work,
        case when skill_rank_year_ago > 0 then 1 else 0 end as skilled_year_ago,
        case
            when skill_rank_year_ago > 0 and skill_rank > skill_rank_year_ago then 1
            else 0
        end as risen
    from skilled_workers
),

counted as (
    select
        employer_id,
        'all' as attribute,
        'all' as attribute_value,
        sum(skilled) as skilled,
        sum(high_skilled) as high_skilled,
        sum(skilled_at_work) as skilled_at_work,
        sum(skilled_year_ago) as skilled_year_ago,
        sum(risen) as risen
    from persons
    group by employer_id
    union all
    select
        employer_id,
        'sex' as attribute,
        sex as attribute_value,
        sum(skilled) as skilled,
        sum(high_skilled) as high_skilled,
        sum(skilled_at_work) as skilled_at_work,
        sum(skilled_year_ago) as skilled_year_ago,
        sum(risen) as risen
    from persons
    group by
        employer_id,
        sex
    union all
    select
        employer_id,
        'skill_level' as attribute,
        skill_level as attribute_value,
        sum(skilled) as skilled,
        sum(high_skilled) as high_skilled,
        sum(skilled_at_work) as skilled_at_work,
        sum(skilled_year_ago) as skilled_year_ago,
        sum(risen) as risen
    from persons
    where skilled = 1
    group by
        employer_id,
        skill_level
),

measures as (
    select
        employer_id,
        attribute,
        attribute_value,
        skilled,
        high_skilled,
        skilled_at_work,
        skilled_year_ago,
        risen
    from counted
    union all
    -- Employers without anybody skilled have workers all the same.
    select
        employer_months.employer_id,
        'all' as attribute,
        'all' as attribute_value,
        0 as skilled,
        0 as high_skilled,
        0 as skilled_at_work,
        0 as skilled_year_ago,
        0 as risen
    from employer_months
    left join counted
        on employer_months.employer_id = counted.employer_id
        and counted.attribute = 'all'
    where employer_months.is_in_scope
        and counted.employer_id is null
)

select
    month.period,
    measures.employer_id,
    measures.attribute,
    measures.attribute_value,
    coalesce(employer_months.district_code, 'unallocated') as district_code,
    coalesce(employer_months.unit_code, 'unallocated') as unit_code,
    coalesce(employer_months.street_code, 'unallocated') as street_code,
    coalesce(employer_months.industry_section, 'unknown') as industry,
    coalesce(employer_months.ownership_group, 'unknown') as ownership,
    coalesce(employer_months.size_class, 'none') as size_class,
    case
        when measures.attribute = 'all' and employer_months.is_in_scope
            then employer_months.headcount
        else 0
    end as workers,
    cast(measures.skilled as bigint) as skilled,
    cast(measures.high_skilled as bigint) as high_skilled,
    -- Whoever works at no employer that counts is among the skilled, not among its workers.
    cast(
        case when employer_months.is_in_scope then measures.skilled_at_work else 0 end as bigint
    ) as skilled_employed,
    cast(measures.skilled_year_ago as bigint) as skilled_year_ago,
    cast(measures.risen as bigint) as risen
from measures
cross join month
left join employer_months on measures.employer_id = employer_months.employer_id
