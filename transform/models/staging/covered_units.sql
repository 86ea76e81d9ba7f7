-- One row per union and employer it covers, as stated last, at most a month ago.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.covered_units
),

-- A pair that one file leaves out stands for one month more; then it is gone.
newest as (
    select
        union_id,
        union_name,
        employer_code,
        employer_name,
        covered_from,
        covered_to,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        period as reported_period,
        row_number() over (
            partition by union_id, employer_code
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
    newest.union_id,
    newest.union_name,
    newest.employer_code,
    newest.employer_name,
    newest.covered_from,
    newest.covered_to,
    newest.reported_period,
    newest.reported_period < month.period as is_carried,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
