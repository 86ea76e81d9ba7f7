-- One row per event of an agreement in the month: offered, filed, objected, terminated.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.agreement_events
),

-- The same event may be delivered again; the later delivery counts.
newest as (
    select
        agreement_id,
        event_type,
        event_on,
        agreement_level,
        employer_code,
        area_code,
        industry_code,
        side,
        form,
        delegates_all,
        delegates_present,
        delegates_for,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        row_number() over (
            partition by agreement_id, event_type, event_on
            order by
                received_on desc nulls last,
                file_sha256 desc nulls last,
                file_row_number desc nulls last
        ) as recency
    from delivered
    -- Every delivery counts; of a corrected row the latest correction.
    where is_current
)

select
    month.period,
    newest.agreement_id,
    newest.event_type,
    newest.event_on,
    newest.agreement_level,
    newest.employer_code,
    newest.area_code,
    newest.industry_code,
    newest.side,
    newest.form,
    newest.delegates_all,
    newest.delegates_present,
    newest.delegates_for,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
