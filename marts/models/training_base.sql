-- One row per employer and value of one worker attribute: who was trained in twelve months.
with

month as (
    select * from run.period
),

successions as (
    select * from core.employer_successions
),

worker_stocks as (
    select * from core.worker_stocks
),

enrolments as (
    select * from staging.training
),

-- A person counts once, where its last completed course of the twelve months was.
courses as (
    select
        enrolments.person_key,
        coalesce(successions.employer_id, enrolments.employer_code, 'none') as employer_id,
        case when enrolments.sex in ('1', '2') then enrolments.sex else 'unknown' end as sex,
        case
            when enrolments.hukou
                in ('local_urban', 'local_rural', 'outside_urban', 'outside_rural')
                then enrolments.hukou
            else 'unknown'
        end as hukou,
        case enrolments.employment_form
            when '01' then 'fixed_term'
            when '02' then 'open_ended'
            when '03' then 'task'
            when '04' then 'part_time'
            when '05' then 'dispatch'
            when '09' then 'establishment'
            when '10' then 'civil_servant'
            else 'other'
        end as form,
        enrolments.hours,
        row_number() over (
            partition by enrolments.person_key
            order by
                enrolments.ended_on desc nulls last,
                enrolments.enrol_id desc nulls last
        ) as choice,
        row_number() over (
            partition by
                enrolments.person_key,
                coalesce(successions.employer_id, enrolments.employer_code, 'none')
            order by
                enrolments.ended_on desc nulls last,
                enrolments.enrol_id desc nulls last
        ) as choice_at_employer
    from enrolments
    left join successions on enrolments.employer_code = successions.old_code
    where enrolments.is_completed
),

-- Who took courses from two employers learned at both; attributes are of the last course there.
learners as (
    select
        employer_id,
        person_key,
        max(case when choice_at_employer = 1 then sex end) as sex,
        max(case when choice_at_employer = 1 then hukou end) as hukou,
        max(case when choice_at_employer = 1 then form end) as form,
        max(case when choice = 1 then 1 else 0 end) as trained,
        sum(hours) as hours
    from courses
    group by
        employer_id,
        person_key
),

learners_by_attribute as (
    select
        employer_id,
        'all' as attribute,
        'all' as attribute_value,
        count(*) as learners,
        sum(trained) as trained,
        sum(hours) as hours
    from learners
    group by employer_id
    union all
    select
        employer_id,
        'sex' as attribute,
        sex as attribute_value,
        count(*) as learners,
        sum(trained) as trained,
        sum(hours) as hours
    from learners
    group by
        employer_id,
        sex
    union all
    select
        employer_id,
        'hukou' as attribute,
        hukou as attribute_value,
        count(*) as learners,
        sum(trained) as trained,
        sum(hours) as hours
    from learners
    group by
        employer_id,
        hukou
    union all
    select
        employer_id,
        'form' as attribute,
        form as attribute_value,
        count(*) as learners,
        sum(trained) as trained,
        sum(hours) as hours
    from learners
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
stocks_by_attribute as (
    select
        worker_stocks.employer_id,
        attribute_values.attribute,
        attribute_values.attribute_value,
        case attribute_values.attribute || ' ' || attribute_values.attribute_value
            when 'all all' then worker_stocks.worker_stocks
            when 'sex 1' then worker_stocks.worker_stocks - worker_stocks.women_stocks
            when 'sex 2' then worker_stocks.women_stocks
            when 'hukou local_urban' then worker_stocks.hukou_local_urban_stocks
            when 'hukou local_rural' then worker_stocks.hukou_local_rural_stocks
            when 'hukou outside_urban' then worker_stocks.hukou_outside_urban_stocks
            when 'hukou outside_rural' then worker_stocks.hukou_outside_rural_stocks
            when 'hukou unknown' then worker_stocks.worker_stocks
                - worker_stocks.hukou_local_urban_stocks
                - worker_stocks.hukou_local_rural_stocks
                - worker_stocks.hukou_outside_urban_stocks
                - worker_stocks.hukou_outside_rural_stocks
            when 'form fixed_term' then worker_stocks.form_fixed_term_stocks
            when 'form open_ended' then worker_stocks.form_open_ended_stocks
            when 'form task' then worker_stocks.form_task_stocks
            when 'form part_time' then worker_stocks.form_part_time_stocks
            when 'form dispatch' then worker_stocks.form_dispatch_stocks
            when 'form establishment' then worker_stocks.form_establishment_stocks
            when 'form civil_servant' then worker_stocks.form_civil_servant_stocks
            when 'form other' then worker_stocks.worker_stocks
                - worker_stocks.form_fixed_term_stocks
                - worker_stocks.form_open_ended_stocks
                - worker_stocks.form_task_stocks
                - worker_stocks.form_part_time_stocks
                - worker_stocks.form_dispatch_stocks
                - worker_stocks.form_establishment_stocks
                - worker_stocks.form_civil_servant_stocks
        end as worker_stocks
    from worker_stocks
    cross join attribute_values
),

counted as (
    select
        employer_id,
        attribute,
        attribute_value,
        worker_stocks,
        0 as learners,
        0 as trained,
        0 as hours
    from stocks_by_attribute
    where worker_stocks > 0
    union all
    select
        employer_id,
        attribute,
        attribute_value,
        0 as worker_stocks,
        learners,
        trained,
        hours
    from learners_by_attribute
),

measures as (
    select
        employer_id,
        attribute,
        attribute_value,
        cast(sum(worker_stocks) as bigint) as worker_stocks,
        cast(sum(learners) as bigint) as learners,
        cast(sum(trained) as bigint) as trained,
        cast(sum(hours) as bigint) as hours
    from counted
    group by
        employer_id,
        attribute,
        attribute_value
)

select
    month.period,
    measures.employer_id,
    measures.attribute,
    measures.attribute_value,
    coalesce(worker_stocks.district_code, 'unallocated') as district_code,
    coalesce(worker_stocks.unit_code, 'unallocated') as unit_code,
    coalesce(worker_stocks.street_code, 'unallocated') as street_code,
    coalesce(worker_stocks.industry_section, 'unknown') as industry,
    coalesce(worker_stocks.ownership_group, 'unknown') as ownership,
    coalesce(worker_stocks.size_class, 'none') as size_class,
    measures.worker_stocks,
    measures.learners,
    measures.trained,
    measures.hours
from measures
cross join month
left join worker_stocks on measures.employer_id = worker_stocks.employer_id
