-- One row per service or registration of the month, with where the person works.
with

month as (
    select * from run.period
),

services as (
    select * from staging.services
),

successions as (
    select * from core.employer_successions
),

employer_months as (
    select * from core.employer_months
),

memberships as (
    select * from core.memberships
),

placed as (
    select
        services.delivery_id,
        services.service_kind,
        services.service_class,
        -- Enrolment in mutual aid and registration of hardship serve nobody yet.
        services.service_kind in ('1', '2', '3') as is_delivery,
        services.person_key,
        services.union_id,
        services.request_id,
        coalesce(
            successions.employer_id,
            services.employer_code,
            memberships.employer_id,
            'none'
        ) as employer_id,
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
        services.delivered_on,
        services.amount_fen,
        services.insured_from,
        services.insured_to,
        services.hardship_from,
        services.hardship_to,
        services.reported_on
    from services
    left join successions on services.employer_code = successions.old_code
    left join memberships on services.person_key = memberships.person_key
)

select
    month.period,
    placed.delivery_id,
    placed.service_kind,
    placed.service_class,
    placed.is_delivery,
    placed.person_key,
    placed.union_id,
    placed.request_id,
    placed.employer_id,
    coalesce(employer_months.district_code, 'unallocated') as district_code,
    coalesce(employer_months.unit_code, 'unallocated') as unit_code,
    coalesce(employer_months.street_code, 'unallocated') as street_code,
    coalesce(employer_months.industry_section, 'unknown') as industry,
    placed.sex,
    placed.hukou,
    placed.form,
    placed.delivered_on,
    placed.amount_fen,
    placed.insured_from,
    placed.insured_to,
    placed.hardship_from,
    placed.hardship_to,
    placed.reported_on
from placed
cross join month
left join employer_months on placed.employer_id = employer_months.employer_id
