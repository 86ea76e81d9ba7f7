-- One row per delivered row and thing to say about its being delivered more than once.
with

month as (
    select * from run.period
),

employers as (
    select * from raw.employers
),

headcount as (
    select * from raw.headcount
),

unions as (
    select * from raw.unions
),

covered_units as (
    select * from raw.covered_units
),

members as (
    select * from raw.members
),

agreements as (
    select * from raw.agreements
),

agreement_scope as (
    select * from raw.agreement_scope
),

agreement_events as (
    select * from raw.agreement_events
),

receipts as (
    select * from raw.receipts
),

national_series as (
    select * from raw.national_series
),

dues as (
    select * from raw.dues
),

registrations as (
    select * from raw.registrations
),

mediation as (
    select * from raw.mediation
),

arbitration as (
    select * from raw.arbitration
),

delivered as (
    select
        'employers' as feed,
        credit_code as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        updated_on,
        is_current,
        set_aside_as
    from employers
    union all
    select
        'headcount' as feed,
        employer_code as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        cast(null as date) as updated_on,
        is_current,
        set_aside_as
    from headcount
    union all
    select
        'unions' as feed,
        union_id as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        updated_on,
        is_current,
        set_aside_as
    from unions
    union all
    select
        'covered_units' as feed,
        union_id || ' ' || employer_code as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        cast(null as date) as updated_on,
        is_current,
        set_aside_as
    from covered_units
    union all
    select
        'members' as feed,
        person_key || ' ' || union_id as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        updated_on,
        is_current,
        set_aside_as
    from members
    union all
    select
        'agreements' as feed,
        agreement_id as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        updated_on,
        is_current,
        set_aside_as
    from agreements
    union all
    select
        'agreement_scope' as feed,
        agreement_id || ' ' || cast(scope_no as string) as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        cast(null as date) as updated_on,
        is_current,
        set_aside_as
    from agreement_scope
    union all
    select
        'agreement_events' as feed,
        agreement_id || ' ' || event_type || ' ' || cast(event_on as string) as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        cast(null as date) as updated_on,
        is_current,
        set_aside_as
    from agreement_events
    union all
    select
        'receipts' as feed,
        receipt_no || ' ' || cast(line_no as string) as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        cast(null as date) as updated_on,
        is_current,
        set_aside_as
    from receipts
    union all
    select
        'national_series' as feed,
        series || ' ' || year_end_month as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        cast(null as date) as updated_on,
        is_current,
        set_aside_as
    from national_series
    union all
    select
        'dues' as feed,
        receipt_no || ' ' || cast(line_no as string) as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        cast(null as date) as updated_on,
        is_current,
        set_aside_as
    from dues
    union all
    select
        'registrations' as feed,
        credit_code as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        cast(null as date) as updated_on,
        is_current,
        set_aside_as
    from registrations
    union all
    select
        'mediation' as feed,
        translate(case_no, '()[]{}【】', '〔〕〔〕〔〕〔〕') || ' ' || person_key as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        status_on as updated_on,
        is_current,
        set_aside_as
    from mediation
    union all
    select
        'arbitration' as feed,
        translate(case_no, '()[]{}【】', '〔〕〔〕〔〕〔〕') || ' ' || cast(claim_no as string) as row_key,
        batch_id,
        file_row_number,
        file_sha256,
        deliverer,
        received_on as delivered_on,
        status_on as updated_on,
        is_current,
        set_aside_as
    from arbitration
),

repeated_keys as (
    select
        feed,
        row_key,
        min(deliverer) <> max(deliverer) as is_cross_district
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
        repeated_keys.is_cross_district,
        row_number() over (
            partition by delivered.feed, delivered.row_key
            order by
                delivered.delivered_on desc nulls last,
                delivered.file_sha256 desc nulls last,
                delivered.updated_on desc nulls last,
                delivered.file_row_number desc nulls last
        ) as recency
    from delivered
    inner join repeated_keys
        on delivered.feed = repeated_keys.feed
        and delivered.row_key = repeated_keys.row_key
    where delivered.is_current
),

findings as (
    -- The whole file was delivered again, and the later one counts.
    select
        feed,
        batch_id,
        file_row_number,
        coalesce(set_aside_as, 'SUPERSEDED') as issue_code,
        'set_aside' as effect
    from delivered
    where not is_current
    union all
    -- Another file states the same key, and that one counts.
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
        feed,
        batch_id,
        file_row_number,
        'DUP_CROSS_DISTRICT' as issue_code,
        'flag' as effect
    from repeated_rows
    where feed = 'members'
        and is_cross_district
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
