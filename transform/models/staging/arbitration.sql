-- One row per arbitration case and claim whose state is of the month.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.arbitration
),

-- Offices write the brackets of a case number in many ways: 〔2025〕, [2025], (2025).
numbered as (
    select
        translate(case_no, '()[]{}【】', '〔〕〔〕〔〕〔〕') as case_no,
        claim_no,
        person_key,
        employer_code,
        cause,
        workers,
        is_common_claim,
        applied_on,
        accepted_on,
        closed_on,
        is_extended,
        how_closed,
        winner,
        status_on,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_sha256,
        file_row_number
    from delivered
    -- Every delivery counts; of a corrected row the latest correction.
    where is_current
),

-- A claim may be delivered again in the month; the later delivery counts, then the later state.
newest as (
    select
        case_no,
        claim_no,
        person_key,
        employer_code,
        cause,
        workers,
        is_common_claim,
        applied_on,
        accepted_on,
        closed_on,
        is_extended,
        how_closed,
        winner,
        status_on,
        deliverer,
        delivered_on,
        batch_id,
        file_row_number,
        row_number() over (
            partition by case_no, claim_no
            order by
                delivered_on desc nulls last,
                file_sha256 desc nulls last,
                status_on desc nulls last,
                file_row_number desc nulls last
        ) as recency
    from numbered
)

select
    month.period,
    newest.case_no,
    newest.claim_no,
    newest.person_key,
    newest.employer_code,
    newest.cause,
    newest.workers,
    newest.is_common_claim,
    newest.applied_on,
    newest.accepted_on,
    newest.closed_on,
    newest.is_extended,
    newest.how_closed,
    newest.winner,
    newest.status_on,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
