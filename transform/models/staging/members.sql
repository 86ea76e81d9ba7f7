-- One row per person and union: what the rosters said last, at most a month ago.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.members
),

-- A membership that one roster leaves out stands for one month more; then it is gone. If two
-- districts send the same one, the later delivery counts.
newest as (
    select
        person_key,
        union_id,
        name_key,
        sex,
        birth_year,
        ethnicity,
        political_status,
        education,
        hukou,
        employment_form,
        employer_code,
        joined_on,
        membership_status,
        left_on,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        period as reported_period,
        row_number() over (
            partition by person_key, union_id
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
        and newest.joined_on <= month.period_end
        and (newest.left_on is null or newest.left_on > month.period_end),
        false
    ) as is_living,
    newest.reported_period,
    newest.reported_period < month.period as is_carried,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
