-- One row per enrolment whose course ended in the month, completed or not.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.training
),

-- An enrolment may be delivered again, corrected; the later delivery counts.
newest as (
    select
        enrol_id,
        person_key,
        sex,
        hukou,
        employment_form,
        employer_code,
        hours,
        started_on,
        ended_on,
        result,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        row_number() over (
            partition by enrol_id
            order by
                received_on desc nulls last,
                file_sha256 desc nulls last,
                file_row_number desc nulls last
        ) as recency
    from delivered
    -- Every delivery counts; of a corrected row the latest correction.
    where is_current
)

select
    month.period,
    newest.enrol_id,
    newest.person_key,
    newest.sex,
    newest.hukou,
    newest.employment_form,
    newest.employer_code,
    newest.hours,
    newest.started_on,
    newest.ended_on,
    newest.result = 'completed' as is_completed,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
