-- One row per delivered row of a dispute and issue that only other files show.
with

month as (
    select * from run.period
),

mediation as (
    select * from staging.mediation
),

arbitration as (
    select * from staging.arbitration
),

successions as (
    select * from core.employer_successions
),

employers as (
    select * from core.employers
),

disputes as (
    select * from core.disputes
),

rows_of_cases as (
    select
        'mediation' as feed,
        case_no,
        employer_code,
        batch_id,
        file_row_number
    from mediation
    union all
    select
        'arbitration' as feed,
        case_no,
        employer_code,
        batch_id,
        file_row_number
    from arbitration
),

-- An old code of a known employer is known.
known_codes as (
    select employer_id as employer_code
    from employers
    where source <> 'inferred'
    union all
    select successions.old_code as employer_code
    from successions
    inner join employers
        on successions.employer_id = employers.employer_id
        and employers.source <> 'inferred'
),

findings as (
    select
        rows_of_cases.feed,
        rows_of_cases.batch_id,
        rows_of_cases.file_row_number,
        'USCC_SUCCEEDED' as issue_code
    from rows_of_cases
    inner join successions on rows_of_cases.employer_code = successions.old_code
    union all
    -- The case counts where nobody knows the place, until the register brings the employer.
    select
        rows_of_cases.feed,
        rows_of_cases.batch_id,
        rows_of_cases.file_row_number,
        'USCC_UNKNOWN' as issue_code
    from rows_of_cases
    left join known_codes on rows_of_cases.employer_code = known_codes.employer_code
    where rows_of_cases.employer_code is not null
        and known_codes.employer_code is null
    union all
    select
        rows_of_cases.feed,
        rows_of_cases.batch_id,
        rows_of_cases.file_row_number,
        'ACCEPTANCE_LATE' as issue_code
    from rows_of_cases
    inner join disputes
        on rows_of_cases.feed = disputes.procedure
        and rows_of_cases.case_no = disputes.case_no
    where disputes.is_newly_reported
        and substr(cast(disputes.accepted_on as string), 1, 7) < disputes.period
)

select
    month.period,
    findings.feed,
    findings.batch_id,
    findings.file_row_number,
    findings.issue_code,
    'flag' as effect
from findings
cross join month
