-- One row per service delivered or registered in the month, as it was reported last.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.services
),

newest as (
    select
        delivery_id,
        service_kind,
        service_class,
        person_key,
        employer_code,
        union_id,
        request_id,
        delivered_on,
        amount_fen,
        insured_from,
        insured_to,
        hardship_from,
        hardship_to,
        deliverer,
        received_on as reported_on,
        batch_id,
        file_row_number,
        row_number() over (
            partition by delivery_id
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
    newest.delivery_id,
    newest.service_kind,
    newest.service_class,
    newest.person_key,
    newest.employer_code,
    newest.union_id,
    newest.request_id,
    newest.delivered_on,
    newest.amount_fen,
    newest.insured_from,
    newest.insured_to,
    newest.hardship_from,
    newest.hardship_to,
    newest.deliverer,
    newest.reported_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
