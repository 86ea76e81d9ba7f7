-- One row per row on skills and issue that only other files show: set aside, or used with a flag.
with

month as (
    select * from run.period
),

raw_training as (
    select * from raw.training
),

raw_certificates as (
    select * from raw.certificates
),

raw_training_funds as (
    select * from raw.training_funds
),

successions as (
    select * from core.employer_successions
),

employers as (
    select * from core.employers
),

delivered as (
    select
        'training' as feed,
        enrol_id as row_key,
        employer_code,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        is_current,
        set_aside_as
    from raw_training
    union all
    select
        'certificates' as feed,
        person_key || ' ' || certificate_kind || ' ' || occupation_code || ' ' || skill_level
        as row_key,
        employer_code,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        is_current,
        set_aside_as
    from raw_certificates
    union all
    select
        'training_funds' as feed,
        employer_code as row_key,
        employer_code,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        is_current,
        set_aside_as
    from raw_training_funds
),

-- Ranked here and not taken from staging, so that the count of rows used and the count of rows set
-- aside check each other.
ranked as (
    select
        feed,
        employer_code,
        batch_id,
        file_row_number,
        row_number() over (
            partition by feed, row_key
            order by
                received_on desc nulls last,
                file_sha256 desc nulls last,
                file_row_number desc nulls last
        ) as recency
    from delivered
    where is_current
),

-- An old code of a known employer is known.
known_codes as (
    select employer_id as employer_code
    from employers
    where source <> 'inferred'
    union all
    select successions.old_code as employer_code
    from successions
    inner join employers
        on successions.employer_id = employers.employer_id
        and employers.source <> 'inferred'
),

findings as (
    -- A correction that a later one replaces.
    select
        feed,
        batch_id,
        file_row_number,
        coalesce(set_aside_as, 'SUPERSEDED') as issue_code,
        'set_aside' as effect
    from delivered
    where not is_current
    union all
    select
        feed,
        batch_id,
        file_row_number,
        'SUPERSEDED_KEY' as issue_code,
        'set_aside' as effect
    from ranked
    where recency > 1
    union all
    select
        ranked.feed,
        ranked.batch_id,
        ranked.file_row_number,
        'USCC_SUCCEEDED' as issue_code,
        'flag' as effect
    from ranked
    inner join successions on ranked.employer_code = successions.old_code
    where ranked.recency = 1
    union all
    select
        ranked.feed,
        ranked.batch_id,
        ranked.file_row_number,
        'USCC_UNKNOWN' as issue_code,
        'flag' as effect
    from ranked
    left join known_codes on ranked.employer_code = known_codes.employer_code
    where ranked.recency = 1
        and ranked.employer_code is not null
        and known_codes.employer_code is null
)

select
    month.period,
    findings.feed,
    findings.batch_id,
    findings.file_row_number,
    findings.issue_code,
    findings.effect
from findings
cross join month
