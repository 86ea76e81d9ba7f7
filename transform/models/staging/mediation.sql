-- One row per mediation case and named applicant whose state is of the month.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.mediation
),

-- Offices write the brackets of a case number in many ways: 〔2025〕, [2025], (2025).
numbered as (
    select
        translate(case_no, '()[]{}【】', '〔〕〔〕〔〕〔〕') as case_no,
        person_key,
        employer_code,
        cause,
        workers,
        is_common_claim,
        applied_on,
        accepted_on,
        closed_on,
        result,
        is_union_linked,
        is_labour_office_linked,
        is_court_linked,
        is_justice_linked,
        is_petitions_linked,
        is_enterprise_side_linked,
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

-- A case may be delivered again in the month; the later delivery counts, then the later state.
newest as (
    select
        case_no,
        person_key,
        employer_code,
        cause,
        workers,
        is_common_claim,
        applied_on,
        accepted_on,
        closed_on,
        result,
        is_union_linked,
        is_labour_office_linked,
        is_court_linked,
        is_justice_linked,
        is_petitions_linked,
        is_enterprise_side_linked,
        status_on,
        deliverer,
        delivered_on,
        batch_id,
        file_row_number,
        row_number() over (
            partition by case_no, person_key
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
    newest.person_key,
    newest.employer_code,
    newest.cause,
    newest.workers,
    newest.is_common_claim,
    newest.applied_on,
    newest.accepted_on,
    newest.closed_on,
    newest.result,
    newest.is_union_linked,
    newest.is_labour_office_linked,
    newest.is_court_linked,
    newest.is_justice_linked,
    newest.is_petitions_linked,
    newest.is_enterprise_side_linked,
    newest.status_on,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
