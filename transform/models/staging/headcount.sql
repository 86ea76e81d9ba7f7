-- One row per reporting credit code: its newest headcount, at most two months old.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.headcount
),

-- A missing month repeats the last one, twice at most; then the headcount is missing.
newest as (
    select
        employer_code,
        headcount,
        women,
        hukou_local_urban,
        hukou_local_rural,
        hukou_outside_urban,
        hukou_outside_rural,
        form_fixed_term,
        form_open_ended,
        form_task,
        form_part_time,
        form_dispatch,
        form_establishment,
        form_civil_servant,
        dispatched_in,
        retired_rehired,
        interns,
        payroll_fen,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        period as reported_period,
        row_number() over (
            partition by employer_code
            order by
                period desc nulls last,
                received_on desc nulls last,
                file_sha256 desc nulls last,
                file_row_number desc nulls last
        ) as recency
    from delivered
    where is_current
)

select
    month.period,
    newest.employer_code,
    newest.headcount,
    newest.women,
    newest.hukou_local_urban,
    newest.hukou_local_rural,
    newest.hukou_outside_urban,
    newest.hukou_outside_rural,
    newest.form_fixed_term,
    newest.form_open_ended,
    newest.form_task,
    newest.form_part_time,
    newest.form_dispatch,
    newest.form_establishment,
    newest.form_civil_servant,
    newest.dispatched_in,
    newest.retired_rehired,
    newest.interns,
    newest.payroll_fen,
    newest.reported_period,
    newest.reported_period < month.period as is_carried,
    -- How many months ago this was said.
    cast(
        cast(substr(month.period, 1, 4) as bigint) * 12
        + cast(substr(month.period, 6, 2) as bigint)
        - cast(substr(newest.reported_period, 1, 4) as bigint) * 12
        - cast(substr(newest.reported_period, 6, 2) as bigint) as bigint
    ) as carried_months,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
