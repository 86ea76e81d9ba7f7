-- One row per union: what the register of unions said last, at most a month ago.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.unions
),

-- A union that one register file leaves out is not closed by that: it stands for one month more.
newest as (
    select
        union_id,
        union_name,
        union_type,
        union_credit_code,
        employer_code,
        street_code,
        founded_on,
        closed_on,
        closure_approval,
        parent_union_id,
        last_election_on,
        term_years,
        updated_on,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        period as reported_period,
        row_number() over (
            partition by union_id
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
    newest.union_id,
    newest.union_name,
    newest.union_type,
    newest.union_credit_code,
    newest.employer_code,
    newest.street_code,
    newest.founded_on,
    newest.closed_on,
    newest.closure_approval,
    newest.parent_union_id,
    newest.last_election_on,
    newest.term_years,
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
