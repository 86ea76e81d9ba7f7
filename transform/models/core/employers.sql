-- One row per employer, under its newest credit code, as it is known on the last day of the month.
with

month as (
    select * from run.period
),

divisions as (
    select * from codes.divisions
),

successions as (
    select * from core.employer_successions
),

register as (
    select * from staging.employers
),

registrations as (
    select * from staging.registrations
),

headcount as (
    select * from staging.headcount
),

unions as (
    select * from staging.unions
),

covered_units as (
    select * from staging.covered_units
),

members as (
    select * from staging.members
),

-- Where both the old and the new code are still reported, the new one says what the employer is.
register_ranked as (
    select
        coalesce(successions.employer_id, register.credit_code) as employer_id,
        register.employer_name,
        register.unit_type,
        register.street_code,
        register.industry_code,
        register.ownership_group,
        register.opened_on,
        register.closed_on,
        register.status_code,
        register.revenue_fen,
        register.assets_fen,
        register.is_carried,
        row_number() over (
            partition by coalesce(successions.employer_id, register.credit_code)
            order by
                case when successions.employer_id is null then 0 else 1 end asc nulls last,
                case when register.is_carried then 1 else 0 end asc nulls last,
                register.credit_code asc nulls last
        ) as choice
    from register
    left join successions on register.credit_code = successions.old_code
),

known as (
    select
        register_ranked.employer_id,
        register_ranked.employer_name,
        'register' as source,
        register_ranked.unit_type,
        coalesce(register_ranked.unit_type = '1', false) as is_enterprise,
        register_ranked.street_code,
        cast(null as string) as district_code,
        register_ranked.industry_code,
        register_ranked.ownership_group,
        register_ranked.opened_on,
        coalesce(
            register_ranked.status_code = '1'
            and register_ranked.opened_on <= month.period_end
            and (
                register_ranked.closed_on is null
                or register_ranked.closed_on > month.period_end
            ),
            false
        ) as is_active,
        register_ranked.is_carried,
        register_ranked.revenue_fen,
        register_ranked.assets_fen
    from register_ranked
    cross join month
    where register_ranked.choice = 1
),

-- The enterprise registrations name employers that the register does not have (yet).
registration_ranked as (
    select
        coalesce(successions.employer_id, registrations.credit_code) as employer_id,
        registrations.employer_name,
        registrations.district_code,
        registrations.registered_on,
        row_number() over (
            partition by coalesce(successions.employer_id, registrations.credit_code)
            order by
                case when successions.employer_id is null then 0 else 1 end asc nulls last,
                registrations.period desc nulls last,
                registrations.credit_code asc nulls last
        ) as choice
    from registrations
    left join successions on registrations.credit_code = successions.old_code
),

registered as (
    select
        registration_ranked.employer_id,
        registration_ranked.employer_name,
        'registration' as source,
        case
            when substr(registration_ranked.employer_id, 1, 2) = '91' then '1'
            else 'unknown'
        end as unit_type,
        substr(registration_ranked.employer_id, 1, 2) = '91' as is_enterprise,
        cast(null as string) as street_code,
        registration_ranked.district_code,
        cast(null as string) as industry_code,
        cast(null as string) as ownership_group,
        registration_ranked.registered_on as opened_on,
        true as is_active,
        false as is_carried,
        cast(null as bigint) as revenue_fen,
        cast(null as bigint) as assets_fen
    from registration_ranked
    left join known on registration_ranked.employer_id = known.employer_id
    where registration_ranked.choice = 1
        and known.employer_id is null
),

-- A valid code that only other feeds mention is an employer all the same; nothing is known of it.
mentioned_codes as (
    select employer_code from headcount
    union
    select employer_code from unions
    union
    select employer_code from covered_units
    union
    select employer_code from members
),

mentioned as (
    select distinct
        coalesce(successions.employer_id, mentioned_codes.employer_code) as employer_id
    from mentioned_codes
    left join successions on mentioned_codes.employer_code = successions.old_code
    where mentioned_codes.employer_code is not null
),

inferred as (
    select
        mentioned.employer_id,
        cast(null as string) as employer_name,
        'inferred' as source,
        'unknown' as unit_type,
        false as is_enterprise,
        cast(null as string) as street_code,
        cast(null as string) as district_code,
        cast(null as string) as industry_code,
        cast(null as string) as ownership_group,
        cast(null as date) as opened_on,
        true as is_active,
        false as is_carried,
        cast(null as bigint) as revenue_fen,
        cast(null as bigint) as assets_fen
    from mentioned
    left join known on mentioned.employer_id = known.employer_id
    left join registered on mentioned.employer_id = registered.employer_id
    where known.employer_id is null
        and registered.employer_id is null
),

employers as (
    select
        employer_id,
        employer_name,
        source,
        unit_type,
        is_enterprise,
        street_code,
        district_code,
        industry_code,
        ownership_group,
        opened_on,
        is_active,
        is_carried,
        revenue_fen,
        assets_fen
    from known
    union all
    select
        employer_id,
        employer_name,
        source,
        unit_type,
        is_enterprise,
        street_code,
        district_code,
        industry_code,
        ownership_group,
        opened_on,
        is_active,
        is_carried,
        revenue_fen,
        assets_fen
    from registered
    union all
    select
        employer_id,
        employer_name,
        source,
        unit_type,
        is_enterprise,
        street_code,
        district_code,
        industry_code,
        ownership_group,
        opened_on,
        is_active,
        is_carried,
        revenue_fen,
        assets_fen
    from inferred
),

streets as (
    select
        place_code as street_code,
        district_code,
        unit_code
    from divisions
    where level = 'street'
),

districts as (
    select
        place_code as district_code,
        unit_code
    from divisions
    where level = 'district'
)

select
    month.period,
    employers.employer_id,
    employers.employer_name,
    employers.source,
    employers.unit_type,
    employers.is_enterprise,
    coalesce(streets.street_code, 'unallocated') as street_code,
    coalesce(streets.district_code, districts.district_code, 'unallocated') as district_code,
    coalesce(streets.unit_code, districts.unit_code, 'unallocated') as unit_code,
    coalesce(substr(employers.industry_code, 1, 1), 'unknown') as industry_section,
    employers.industry_code,
    coalesce(employers.ownership_group, 'unknown') as ownership_group,
    coalesce(employers.ownership_group in ('SOE', 'COLL', 'INST', 'GOV'), false)
        as is_public_owned,
    employers.opened_on,
    employers.is_active,
    employers.is_carried,
    employers.revenue_fen,
    employers.assets_fen
from employers
cross join month
left join streets on employers.street_code = streets.street_code
left join districts on employers.district_code = districts.district_code
