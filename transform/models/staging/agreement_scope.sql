-- One row per agreement and line of its scope, as stated last, at most a month ago.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.agreement_scope
),

-- A line that one file leaves out stands for one month more; then it is gone.
newest as (
    select
        agreement_id,
        scope_no,
        scope_form,
        employer_code,
        area_code,
        industry_code,
        size_class,
        ownership_group,
        valid_from,
        valid_to,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        period as reported_period,
        row_number() over (
            partition by agreement_id, scope_no
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
    newest.agreement_id,
    newest.scope_no,
    newest.scope_form,
    newest.employer_code,
    newest.area_code,
    newest.industry_code,
    newest.size_class,
    newest.ownership_group,
    newest.valid_from,
    newest.valid_to,
    newest.reported_period,
    newest.reported_period < month.period as is_carried,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
