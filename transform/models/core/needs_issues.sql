-- One row per delivered request or service and issue that only other files show.
with

month as (
    select * from run.period
),

raw_requests as (
    select * from raw.requests
),

raw_services as (
    select * from raw.services
),

staged_requests as (
    select * from staging.requests
),

staged_services as (
    select * from staging.services
),

successions as (
    select * from core.employer_successions
),

employers as (
    select * from core.employers
),

delivered as (
    select
        'requests' as feed,
        request_id as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        is_current,
        set_aside_as
    from raw_requests
    union all
    select
        'services' as feed,
        delivery_id as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        is_current,
        set_aside_as
    from raw_services
),

repeated_keys as (
    select
        feed,
        row_key
    from delivered
    where is_current
    group by
        feed,
        row_key
    having count(*) > 1
),

-- Worked out here by itself and not taken from staging, so that the count of rows used and the
-- count of rows set aside check each other.
repeated_rows as (
    select
        delivered.feed,
        delivered.batch_id,
        delivered.file_row_number,
        row_number() over (
            partition by delivered.feed, delivered.row_key
            order by
                delivered.received_on desc nulls last,
                delivered.file_sha256 desc nulls last,
                delivered.file_row_number desc nulls last
        ) as recency
    from delivered
    inner join repeated_keys
        on delivered.feed = repeated_keys.feed
        and delivered.row_key = repeated_keys.row_key
    where delivered.is_current
),

naming_rows as (
    select
        'requests' as feed,
        batch_id,
        file_row_number,
        employer_code
    from staged_requests
    union all
    select
        'services' as feed,
        batch_id,
        file_row_number,
        employer_code
    from staged_services
),

known_codes as (
    select employer_id as employer_code
    from employers
    where source <> 'inferred'
    union
    select successions.old_code as employer_code
    from successions
    inner join employers
        on successions.employer_id = employers.employer_id
        and employers.source <> 'inferred'
),

findings as (
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
    from repeated_rows
    where recency > 1
    union all
    select
        naming_rows.feed,
        naming_rows.batch_id,
        naming_rows.file_row_number,
        'USCC_SUCCEEDED' as issue_code,
        'flag' as effect
    from naming_rows
    inner join successions on naming_rows.employer_code = successions.old_code
    union all
    select
        naming_rows.feed,
        naming_rows.batch_id,
        naming_rows.file_row_number,
        'USCC_UNKNOWN' as issue_code,
        'flag' as effect
    from naming_rows
    left join known_codes on naming_rows.employer_code = known_codes.employer_code
    where naming_rows.employer_code is not null
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
