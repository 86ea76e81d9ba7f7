-- One row per credit code: what the register of employers said last, at most a month ago.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.employers
),

-- An employer that one register file leaves out stands for one month more; then it is gone.
newest as (
    select
        credit_code,
        employer_name,
        unit_type,
        street_code,
        industry_code,
        ownership_group,
        control_code,
        opened_on,
        closed_on,
        status_code,
        revenue_fen,
        assets_fen,
        predecessor_code,
        succeeded_on,
        updated_on,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        period as reported_period,
        row_number() over (
            partition by credit_code
            order by
                period desc nulls last,
                received_on desc nulls last,
                file_sha256 desc nulls last,
                updated_on desc nulls last,
                file_row_number desc nulls last
        ) as recency
    from delivered
    where is_current
)

select
    month.period,
    newest.credit_code,
    newest.employer_name,
    newest.unit_type,
    newest.street_code,
    newest.industry_code,
    newest.ownership_group,
    newest.control_code,
    newest.opened_on,
    newest.closed_on,
    newest.status_code,
    newest.revenue_fen,
    newest.assets_fen,
    newest.predecessor_code,
    newest.succeeded_on,
    newest.updated_on,
    newest.reported_period,
    newest.reported_period < month.period as is_carried,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
