-- One row per employer, worker attribute, its value and class of need, with persons and requests.
with

month as (
    select * from run.period
),

worker_stocks as (
    select * from core.worker_stocks
),

requests as (
    select * from core.requests
),

needs as (
    select * from core.needs
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

attributes as (
    select attribute
    from (values ('all'), ('sex'), ('hukou'), ('form')) as listed (attribute)
),

-- What the statistical form does not split stands as unknown or other, so that parts add up.
stocks as (
    select
        worker_stocks.employer_id,
        worker_stocks.district_code,
        worker_stocks.unit_code,
        worker_stocks.street_code,
        worker_stocks.industry_section as industry,
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

-- A person with several requests stands where the latest one came from.
ranked_requests as (
    select
        employer_id,
        district_code,
        unit_code,
        street_code,
        industry,
        sex,
        hukou,
        form,
        need_class,
        person_key,
        row_number() over (
            partition by person_key
            order by opened_minute desc, request_id desc
        ) as recency
    from requests
),

records as (
    select
        employer_id,
        district_code,
        unit_code,
        street_code,
        industry,
        sex,
        hukou,
        form,
        'all' as need_class,
        case when person_key is not null and recency = 1 then 1 else 0 end as persons,
        1 as requests,
        case when need_class <> 'none' then 1 else 0 end as coded_requests,
        0 as needs,
        0 as unmet_needs
    from ranked_requests
    union all
    select
        employer_id,
        district_code,
        unit_code,
        street_code,
        industry,
        sex,
        hukou,
        form,
        need_class,
        0 as persons,
        0 as requests,
        0 as coded_requests,
        1 as needs,
        case when is_unmet then 1 else 0 end as unmet_needs
    from needs
    where requests > 0
),

counted as (
    select
        records.employer_id,
        records.district_code,
        records.unit_code,
        records.street_code,
        records.industry,
        attributes.attribute,
        case attributes.attribute
            when 'sex' then records.sex
            when 'hukou' then records.hukou
            when 'form' then records.form
            else 'all'
        end as attribute_value,
        records.need_class,
        records.persons,
        records.requests,
        records.coded_requests,
        records.needs,
        records.unmet_needs,
        0 as worker_stocks
    from records
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
        'all' as need_class,
        0 as persons,
        0 as requests,
        0 as coded_requests,
        0 as needs,
        0 as unmet_needs,
        worker_stocks
    from stocks
    where worker_stocks <> 0
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
    counted.need_class,
    'need_' || counted.need_class as need_category,
    cast(sum(counted.worker_stocks) as bigint) as worker_stocks,
    cast(sum(counted.persons) as bigint) as persons,
    cast(sum(counted.requests) as bigint) as requests,
    cast(sum(counted.coded_requests) as bigint) as coded_requests,
    cast(sum(counted.needs) as bigint) as needs,
    cast(sum(counted.unmet_needs) as bigint) as unmet_needs
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
    counted.need_class
