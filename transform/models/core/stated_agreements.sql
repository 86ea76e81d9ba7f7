-- One row per agreement in force that states only totals: how many workers it covers, and where.
with

month as (
    select * from run.period
),

divisions as (
    select * from codes.divisions
),

employers as (
    select * from core.employer_months
),

agreements as (
    select * from core.agreements
),

-- An agreement that names no area is one of the whole city.
stated as (
    select
        agreement_id,
        level,
        covers_wage,
        coalesce(area_code, '110000') as area_code,
        case when level = 'industry' then industry_code end as industry_code,
        stated_workers,
        coalesce(stated_units, 0) as stated_units,
        batch_id,
        file_row_number
    from agreements
    where is_in_force
        and scope_form = 'totals'
),

-- Workers of every area that an agreement can name, by industry code.
workers_of_areas as (
    select
        '110000' as area_code,
        industry_code,
        sum(headcount) as workers
    from employers
    where is_in_scope
    group by industry_code
    union all
    select
        district_code as area_code,
        industry_code,
        sum(headcount) as workers
    from employers
    where is_in_scope
    group by
        district_code,
        industry_code
    union all
    select
        street_code as area_code,
        industry_code,
        sum(headcount) as workers
    from employers
    where is_in_scope
    group by
        street_code,
        industry_code
),

workers_of_agreements as (
    select
        stated.agreement_id,
        cast(sum(workers_of_areas.workers) as bigint) as workers
    from stated
    inner join workers_of_areas
        on stated.area_code = workers_of_areas.area_code
        and (
            stated.industry_code is null
            or substr(workers_of_areas.industry_code, 1, length(stated.industry_code))
                = stated.industry_code
        )
    group by stated.agreement_id
),

-- A district that hosts another reporting unit (Daxing: Yizhuang) lies in no one unit.
districts as (
    select
        district_code,
        case when min(unit_code) = max(unit_code) then min(unit_code) end as unit_code
    from divisions
    where level = 'street'
    group by district_code
),

streets as (
    select
        place_code as street_code,
        district_code,
        unit_code
    from divisions
    where level = 'street'
)

-- More workers than the area has are a slip of the pen: such a statement is shown, and not used.
select
    month.period,
    stated.agreement_id,
    stated.level,
    stated.covers_wage,
    coalesce(streets.district_code, districts.district_code) as district_code,
    coalesce(streets.unit_code, districts.unit_code) as unit_code,
    streets.street_code,
    substr(stated.industry_code, 1, 1) as industry,
    stated.stated_workers,
    stated.stated_units,
    coalesce(workers_of_agreements.workers, 0) as workers_of_area,
    stated.stated_workers > coalesce(workers_of_agreements.workers, 0) as is_too_large,
    stated.batch_id,
    stated.file_row_number
from stated
cross join month
left join workers_of_agreements on stated.agreement_id = workers_of_agreements.agreement_id
left join districts on stated.area_code = districts.district_code
left join streets on stated.area_code = streets.street_code
