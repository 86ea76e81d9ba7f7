-- One row per person with a valid skill certificate now or a year ago: its level and employer.
with

month as (
    select
        period,
        period_start,
        period_end,
        cast(period_start - interval 1 day as date) as last_month_end,
        cast(
            cast(period_start - interval 11 month as date) - interval 1 day as date
        ) as year_ago
    from run.period
),

successions as (
    select * from core.employer_successions
),

memberships as (
    select * from core.memberships
),

trainings as (
    select * from staging.training
),

registered as (
    select * from staging.certificates
),

-- A certificate is registered anew where something changes; what was said last counts.
ranked_certificates as (
    select
        person_key,
        certificate_kind,
        occupation_code,
        skill_rank,
        sex,
        employer_code,
        issued_on,
        valid_to,
        revoked_on,
        row_number() over (
            partition by person_key, certificate_kind, occupation_code, skill_level
            order by
                report_month desc nulls last
        ) as choice
    from registered
),

certificates as (
    select
        ranked_certificates.person_key,
        ranked_certificates.certificate_kind,
        ranked_certificates.occupation_code,
        ranked_certificates.skill_rank,
        ranked_certificates.sex,
        ranked_certificates.employer_code,
        ranked_certificates.issued_on,
        ranked_certificates.issued_on <= month.period_end
        and (
            ranked_certificates.valid_to is null
            or ranked_certificates.valid_to >= month.period_end
        )
        and (
            ranked_certificates.revoked_on is null
            or ranked_certificates.revoked_on > month.period_end
        ) as is_valid,
        ranked_certificates.issued_on <= month.year_ago
        and (
            ranked_certificates.valid_to is null
            or ranked_certificates.valid_to >= month.year_ago
        )
        and (
            ranked_certificates.revoked_on is null
            or ranked_certificates.revoked_on > month.year_ago
        ) as was_valid
    from ranked_certificates
    cross join month
    where ranked_certificates.choice = 1
),

-- Apprentices hold no level yet.
persons as (
    select
        person_key,
        max(case when is_valid then skill_rank else 0 end) as skill_rank,
        max(case when was_valid then skill_rank else 0 end) as skill_rank_year_ago
    from certificates
    group by person_key
    having max(case when is_valid or was_valid then skill_rank else 0 end) > 0
),

-- Where a person works is what the latest row says that names an employer: a roster of the month
-- before anything of that day, then a course, then a certificate.
sightings as (
    select
        memberships.person_key,
        memberships.employer_id as employer_code,
        memberships.sex,
        'members' as source,
        3 as strength,
        '' as row_key,
        case
            when memberships.is_carried then month.last_month_end
            else month.period_end
        end as seen_on
    from memberships
    cross join month
    inner join persons on memberships.person_key = persons.person_key
    where memberships.employer_id is not null
    union all
    select
        trainings.person_key,
        trainings.employer_code,
        trainings.sex,
        'training' as source,
        2 as strength,
        trainings.enrol_id as row_key,
        trainings.ended_on as seen_on
    from trainings
    inner join persons on trainings.person_key = persons.person_key
    where trainings.employer_code is not null
    union all
    select
        certificates.person_key,
        certificates.employer_code,
        certificates.sex,
        'certificates' as source,
        1 as strength,
        cast(certificates.skill_rank as string) || ' ' || certificates.certificate_kind
        || ' ' || certificates.occupation_code as row_key,
        certificates.issued_on as seen_on
    from certificates
    inner join persons on certificates.person_key = persons.person_key
    where certificates.employer_code is not null
),

ranked_sightings as (
    select
        person_key,
        employer_code,
        source,
        row_number() over (
            partition by person_key
            order by
                seen_on desc nulls last,
                strength desc nulls last,
                row_key desc nulls last,
                employer_code desc nulls last
        ) as choice
    from sightings
),

-- The sex of a person is that of the document, the same in every row that has it.
sexes as (
    select
        person_key,
        max(case when sex in ('1', '2') then sex end) as sex
    from certificates
    group by person_key
)

select
    month.period,
    persons.person_key,
    sexes.sex,
    persons.skill_rank,
    persons.skill_rank_year_ago,
    coalesce(successions.employer_id, ranked_sightings.employer_code) as employer_id,
    coalesce(ranked_sightings.source, 'none') as employer_source,
    -- Who keeps a membership without work is in no employment, whatever the row names.
    coalesce(memberships.is_retained, false) as is_retained
from persons
cross join month
inner join sexes on persons.person_key = sexes.person_key
left join ranked_sightings
    on persons.person_key = ranked_sightings.person_key
    and ranked_sightings.choice = 1
left join successions on ranked_sightings.employer_code = successions.old_code
left join memberships on persons.person_key = memberships.person_key
