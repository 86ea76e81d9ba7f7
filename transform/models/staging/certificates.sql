-- One row per skill certificate that was registered, changed or revoked in the month.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.certificates
),

-- One certificate may be delivered twice for a month; the later delivery counts.
newest as (
    select
        person_key,
        certificate_kind,
        occupation_code,
        skill_level,
        sex,
        employer_code,
        issued_on,
        valid_to,
        revoked_on,
        report_month,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        row_number() over (
            partition by person_key, certificate_kind, occupation_code, skill_level
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
    newest.person_key,
    newest.certificate_kind,
    newest.occupation_code,
    newest.skill_level,
    newest.sex,
    newest.employer_code,
    newest.issued_on,
    newest.valid_to,
    newest.revoked_on,
    newest.report_month,
    -- From 0, an apprentice, up to 6. The code says it, since the numbers in files run backwards.
    cast(substr(newest.skill_level, 6, 1) as bigint) as skill_rank,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
