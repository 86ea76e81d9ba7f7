-- One row per published national series for the year that ends with the month.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.national_series
),

-- A number may be published again, revised; the later delivery counts.
newest as (
    select
        series,
        year_end_month,
        amount,
        source,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        row_number() over (
            partition by series
            order by
                received_on desc nulls last,
                file_sha256 desc nulls last,
                file_row_number desc nulls last
        ) as recency
    from delivered
    where is_current
)

select
    month.period,
    newest.series,
    newest.year_end_month,
    newest.amount,
    newest.source,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
