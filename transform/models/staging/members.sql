-- One row per person and union: what the rosters said last, at most a month ago.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.members
),

-- If two districts send one membership, the later delivery counts. Nearly all come once a month, so
-- only the few that come twice are ranked: there are millions.
repeated_keys as (
    select
        period,
        person_key,
        union_id
    from delivered
    where is_current
    group by
        period,
        person_key,
        union_id
    having count(*) > 1
),

ranked_rows as (
    select
        delivered.batch_id,
        delivered.file_row_number,
        row_number() over (
            partition by delivered.period, delivered.person_key, delivered.union_id
            order by
                delivered.received_on desc nulls last,
                delivered.file_sha256 desc nulls last,
                delivered.updated_on desc nulls last,
                delivered.file_row_number desc nulls last
        ) as recency
    from delivered
    inner join repeated_keys
        on delivered.period = repeated_keys.period
        and delivered.person_key = repeated_keys.person_key
        and delivered.union_id = repeated_keys.union_id
    where delivered.is_current
),

replaced_rows as (
    select
        batch_id,
        file_row_number
    from ranked_rows
    where recency > 1
),

reported_now as (
    select
        delivered.person_key,
        delivered.union_id
    from delivered
    inner join month on delivered.period = month.period
    where delivered.is_current
),

-- A membership that one roster leaves out stands for one month more; then it is gone.
newest as (
    select
        delivered.person_key,
        delivered.union_id,
        delivered.name_key,
        delivered.sex,
        delivered.birth_year,
        delivered.ethnicity,
        delivered.political_status,
        delivered.education,
        delivered.hukou,
        delivered.employment_form,
        delivered.employer_code,
        delivered.joined_on,
        delivered.membership_status,
        delivered.left_on,
        delivered.deliverer,
        delivered.received_on as delivered_on,
        delivered.batch_id,
        delivered.file_row_number,
        delivered.period as reported_period,
        delivered.period < month.period as is_carried,
        month.period,
        month.period_end
    from delivered
    cross join month
    left join replaced_rows
        on delivered.batch_id = replaced_rows.batch_id
        and delivered.file_row_number = replaced_rows.file_row_number
    left join reported_now
        on delivered.person_key = reported_now.person_key
        and delivered.union_id = reported_now.union_id
        and delivered.period < month.period
    where delivered.is_current
        and replaced_rows.batch_id is null
        and reported_now.person_key is null
)

select
    newest.period,
    newest.person_key,
    newest.union_id,
    newest.name_key,
    newest.sex,
    newest.birth_year,
    newest.ethnicity,
    newest.political_status,
    newest.education,
    newest.hukou,
    newest.employment_form,
    newest.employer_code,
    newest.joined_on,
    newest.membership_status,
    newest.left_on,
    -- In employment (1) or retained (2), joined, and not gone on the last day of the month.
    coalesce(
        newest.membership_status in ('1', '2')
        and newest.joined_on <= newest.period_end
        and (newest.left_on is null or newest.left_on > newest.period_end),
        false
    ) as is_living,
    newest.reported_period,
    newest.is_carried,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
