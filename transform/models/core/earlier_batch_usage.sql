-- One row per batch of events with rows for months before the first: accepted, used, set aside.
with

month as (
    select * from run.period
),

raw_agreement_events as (
    select * from raw.agreement_events
),

raw_receipts as (
    select * from raw.receipts
),

raw_national_series as (
    select * from raw.national_series
),

raw_dues as (
    select * from raw.dues
),

raw_registrations as (
    select * from raw.registrations
),

raw_mediation as (
    select * from raw.mediation
),

raw_arbitration as (
    select * from raw.arbitration
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

raw_requests as (
    select * from raw.requests
),

raw_services as (
    select * from raw.services
),

staged_agreement_events as (
    select * from staging.agreement_events
),

staged_receipts as (
    select * from staging.receipts
),

staged_national_series as (
    select * from staging.national_series
),

staged_dues as (
    select * from staging.dues
),

staged_registrations as (
    select * from staging.registrations
),

staged_mediation as (
    select * from staging.mediation
),

staged_arbitration as (
    select * from staging.arbitration
),

staged_training as (
    select * from staging.training
),

staged_certificates as (
    select * from staging.certificates
),

staged_training_funds as (
    select * from staging.training_funds
),

staged_requests as (
    select * from staging.requests
),

staged_services as (
    select * from staging.services
),

delivered as (
    select
        'agreement_events' as feed,
        period,
        agreement_id || ' ' || event_type || ' ' || cast(event_on as string) as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        cast(null as date) as updated_on,
        is_current
    from raw_agreement_events
    union all
    select
        'receipts' as feed,
        period,
        receipt_no || ' ' || cast(line_no as string) as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        cast(null as date) as updated_on,
        is_current
    from raw_receipts
    union all
    select
        'national_series' as feed,
        period,
        series || ' ' || year_end_month as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        cast(null as date) as updated_on,
        is_current
    from raw_national_series
    union all
    select
        'dues' as feed,
        period,
        receipt_no || ' ' || cast(line_no as string) as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        cast(null as date) as updated_on,
        is_current
    from raw_dues
    union all
    select
        'registrations' as feed,
        period,
        credit_code as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        cast(null as date) as updated_on,
        is_current
    from raw_registrations
    union all
    select
        'mediation' as feed,
        period,
        translate(case_no, '()[]{}【】', '〔〕〔〕〔〕〔〕') || ' ' || person_key as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        status_on as updated_on,
        is_current
    from raw_mediation
    union all
    select
        'arbitration' as feed,
        period,
        translate(case_no, '()[]{}【】', '〔〕〔〕〔〕〔〕') || ' ' || cast(claim_no as string) as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        status_on as updated_on,
        is_current
    from raw_arbitration
    union all
    select
        'training' as feed,
        period,
        enrol_id as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        cast(null as date) as updated_on,
        is_current
    from raw_training
    union all
    select
        'certificates' as feed,
        period,
        person_key || ' ' || certificate_kind || ' ' || occupation_code || ' ' || skill_level
        as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        cast(null as date) as updated_on,
        is_current
    from raw_certificates
    union all
    select
        'training_funds' as feed,
        period,
        employer_code as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        cast(null as date) as updated_on,
        is_current
    from raw_training_funds
    union all
    select
        'requests' as feed,
        period,
        request_id as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        cast(null as date) as updated_on,
        is_current
    from raw_requests
    union all
    select
        'services' as feed,
        period,
        delivery_id as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        received_on,
        cast(null as date) as updated_on,
        is_current
    from raw_services
),

-- What was set aside is ranked here and not taken as the rest, so that both counts check each
-- other.
ranked as (
    select
        delivered.feed,
        delivered.batch_id,
        delivered.is_current,
        row_number() over (
            partition by delivered.feed, delivered.period, delivered.row_key, delivered.is_current
            order by
                delivered.received_on desc nulls last,
                delivered.file_sha256 desc nulls last,
                delivered.updated_on desc nulls last,
                delivered.file_row_number desc nulls last
        ) as recency
    from delivered
    inner join month on delivered.period < month.period
),

delivered_rows as (
    select
        feed,
        batch_id,
        count(*) as accepted,
        count(*) filter (where not is_current or recency > 1) as set_aside
    from ranked
    group by
        feed,
        batch_id
),

staged as (
    select
        'agreement_events' as feed,
        batch_id,
        period
    from staged_agreement_events
    union all
    select
        'receipts' as feed,
        batch_id,
        period
    from staged_receipts
    union all
    select
        'national_series' as feed,
        batch_id,
        period
    from staged_national_series
    union all
    select
        'dues' as feed,
        batch_id,
        period
    from staged_dues
    union all
    select
        'registrations' as feed,
        batch_id,
        period
    from staged_registrations
    union all
    select
        'mediation' as feed,
        batch_id,
        period
    from staged_mediation
    union all
    select
        'arbitration' as feed,
        batch_id,
        period
    from staged_arbitration
    union all
    select
        'training' as feed,
        batch_id,
        period
    from staged_training
    union all
    select
        'certificates' as feed,
        batch_id,
        period
    from staged_certificates
    union all
    select
        'training_funds' as feed,
        batch_id,
        period
    from staged_training_funds
    union all
    select
        'requests' as feed,
        batch_id,
        period
    from staged_requests
    union all
    select
        'services' as feed,
        batch_id,
        period
    from staged_services
),

used_rows as (
    select
        staged.feed,
        staged.batch_id,
        count(*) as used
    from staged
    inner join month on staged.period < month.period
    group by
        staged.feed,
        staged.batch_id
)

select
    month.period,
    delivered_rows.feed,
    delivered_rows.batch_id,
    delivered_rows.accepted,
    coalesce(used_rows.used, 0) as used,
    delivered_rows.set_aside
from delivered_rows
cross join month
left join used_rows
    on delivered_rows.feed = used_rows.feed
    and delivered_rows.batch_id = used_rows.batch_id
