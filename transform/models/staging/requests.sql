-- One row per request that was opened in the month, as it was delivered last.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.requests
),

-- A request is sent again when it is closed; the later delivery counts.
newest as (
    select
        request_id,
        channel,
        is_anonymous,
        person_key,
        employer_code,
        union_id,
        need_class,
        opened_on,
        opened_minute,
        closed_on,
        closed_minute,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        row_number() over (
            partition by request_id
            order by
                received_on desc nulls last,
                file_sha256 desc nulls last,
                file_row_number desc nulls last
        ) as recency
    from delivered
    where is_current
)

-- Who asked not to be named is nobody from here on, even if the file names a document.
select
    month.period,
    newest.request_id,
    newest.channel,
    coalesce(newest.is_anonymous, false) or newest.person_key is null as is_anonymous,
    case when coalesce(newest.is_anonymous, false) then null else newest.person_key end
        as person_key,
    newest.employer_code,
    newest.union_id,
    newest.need_class,
    newest.opened_on,
    newest.opened_minute,
    newest.closed_on,
    newest.closed_minute,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
