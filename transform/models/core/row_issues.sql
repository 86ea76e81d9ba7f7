-- One row per delivered row and issue that only other files show: set aside, or used with a flag.
with

month as (
    select * from run.period
),

staged_employers as (
    select * from staging.employers
),

staged_headcount as (
    select * from staging.headcount
),

staged_unions as (
    select * from staging.unions
),

staged_covered_units as (
    select * from staging.covered_units
),

staged_members as (
    select * from staging.members
),

staged_agreements as (
    select * from staging.agreements
),

staged_scope as (
    select * from staging.agreement_scope
),

staged_events as (
    select * from staging.agreement_events
),

staged_receipts as (
    select * from staging.receipts
),

repeated_rows as (
    select * from core.repeated_rows
),

restated_rows as (
    select * from core.restated_rows
),

rows_without_parent as (
    select * from core.orphans
),

skill_issues as (
    select * from core.skill_issues
),

successions as (
    select * from core.employer_successions
),

employers as (
    select * from core.employers
),

headcounts as (
    select * from core.headcounts
),

multiple as (
    select * from core.multiple_memberships
),

memberships as (
    select * from core.memberships
),

stated_agreements as (
    select * from core.stated_agreements
),

dispute_issues as (
    select * from core.dispute_issues
),

needs_issues as (
    select * from core.needs_issues
),

-- Rows that belong to nothing: their parent may still be delivered, and then they count. Each build
-- retries; after three months the deliverer has to say whose they are.
orphans as (
    select
        feed,
        batch_id,
        file_row_number,
        case when retries >= 3 then 'ORPHAN_ESCALATED' else 'ORPHAN' end as issue_code,
        'set_aside' as effect
    from rows_without_parent
    union all
    -- An offer comes before its agreement: such an event is only waiting.
    select
        'agreement_events' as feed,
        staged_events.batch_id,
        staged_events.file_row_number,
        'ORPHAN' as issue_code,
        'flag' as effect
    from staged_events
    left join staged_agreements on staged_events.agreement_id = staged_agreements.agreement_id
    where staged_agreements.agreement_id is null
),

conflicts as (
    select
        'members' as feed,
        staged_members.batch_id,
        staged_members.file_row_number,
        'ID_CONFLICT' as issue_code,
        'set_aside' as effect
    from staged_members
    inner join multiple on staged_members.person_key = multiple.person_key
    where staged_members.is_living
        and not staged_members.is_carried
        and multiple.has_id_conflict
),

-- Memberships that lost against a newer one of the same person.
lost_memberships as (
    select
        'members' as feed,
        staged_members.batch_id,
        staged_members.file_row_number,
        'SPELL_OVERLAP' as issue_code,
        'flag' as effect
    from staged_members
    inner join multiple on staged_members.person_key = multiple.person_key
    inner join memberships on multiple.person_key = memberships.person_key
    where staged_members.is_living
        and not staged_members.is_carried
        and staged_members.union_id <> memberships.union_id
),

-- Every row of the month that names an employer.
naming_rows as (
    select
        'employers' as feed,
        batch_id,
        file_row_number,
        credit_code as employer_code
    from staged_employers
    where not is_carried
    union all
    select
        'headcount' as feed,
        batch_id,
        file_row_number,
        employer_code
    from staged_headcount
    where not is_carried
    union all
    select
        'unions' as feed,
        batch_id,
        file_row_number,
        employer_code
    from staged_unions
    where not is_carried
    union all
    select
        'covered_units' as feed,
        batch_id,
        file_row_number,
        employer_code
    from staged_covered_units
    where not is_carried
    union all
    select
        'members' as feed,
        batch_id,
        file_row_number,
        employer_code
    from staged_members
    where not is_carried
    union all
    select
        'agreements' as feed,
        batch_id,
        file_row_number,
        employer_code
    from staged_agreements
    where not is_carried
    union all
    select
        'agreement_scope' as feed,
        batch_id,
        file_row_number,
        employer_code
    from staged_scope
    where not is_carried
    union all
    select
        'receipts' as feed,
        batch_id,
        file_row_number,
        employer_code
    from staged_receipts
    union all
    select
        'agreement_events' as feed,
        batch_id,
        file_row_number,
        employer_code
    from staged_events
),

succeeded as (
    select
        naming_rows.feed,
        naming_rows.batch_id,
        naming_rows.file_row_number,
        'USCC_SUCCEEDED' as issue_code,
        'flag' as effect
    from naming_rows
    inner join successions on naming_rows.employer_code = successions.old_code
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

unknown as (
    select
        naming_rows.feed,
        naming_rows.batch_id,
        naming_rows.file_row_number,
        'USCC_UNKNOWN' as issue_code,
        'flag' as effect
    from naming_rows
    left join known_codes on naming_rows.employer_code = known_codes.employer_code
    where naming_rows.employer_code is not null
        and known_codes.employer_code is null
),

-- Absent now and reported before, without having said that it ended.
carried as (
    select
        'employers' as feed,
        batch_id,
        file_row_number
    from staged_employers
    where is_carried
        and status_code in ('1', '2')
        and closed_on is null
    union all
    select
        'headcount' as feed,
        batch_id,
        file_row_number
    from staged_headcount
    where is_carried
    union all
    select
        'unions' as feed,
        batch_id,
        file_row_number
    from staged_unions
    where is_carried
        and closed_on is null
    union all
    select
        'covered_units' as feed,
        staged_covered_units.batch_id,
        staged_covered_units.file_row_number
    from staged_covered_units
    cross join month
    where staged_covered_units.is_carried
        and (
            staged_covered_units.covered_to is null
            or staged_covered_units.covered_to > month.period_end
        )
    union all
    select
        'members' as feed,
        batch_id,
        file_row_number
    from staged_members
    where is_carried
        and membership_status in ('1', '2')
        and left_on is null
    union all
    select
        'agreements' as feed,
        staged_agreements.batch_id,
        staged_agreements.file_row_number
    from staged_agreements
    cross join month
    where staged_agreements.is_carried
        and (
            staged_agreements.term_end is null
            or staged_agreements.term_end > month.period_end
        )
    union all
    select
        'agreement_scope' as feed,
        staged_scope.batch_id,
        staged_scope.file_row_number
    from staged_scope
    cross join month
    where staged_scope.is_carried
        and (staged_scope.valid_to is null or staged_scope.valid_to > month.period_end)
),

members_of_employers as (
    select
        employer_id,
        count(*) as members
    from memberships
    where not is_retained
    group by employer_id
),

-- One member in twenty more than workers is the play between two registers; more is worth a look.
-- The value is shown as it is, never capped.
crowded as (
    select
        headcounts.batch_id,
        headcounts.file_row_number
    from headcounts
    inner join members_of_employers on headcounts.employer_id = members_of_employers.employer_id
    where members_of_employers.members * 100 > headcounts.headcount * 105
),

-- A branch is called after its headquarters: 某有限公司朝阳分公司.
branches as (
    select
        credit_code,
        substr(employer_name, 1, instr(employer_name, '公司') + 1) as headquarters_name
    from staged_employers
    where employer_name like '%公司%分公司'
        or employer_name like '%公司%营业部'
        or employer_name like '%公司%办事处'
),

headquarters as (
    select
        branches.credit_code as branch_code,
        staged_employers.credit_code as headquarters_code
    from branches
    inner join staged_employers on branches.headquarters_name = staged_employers.employer_name
),

-- The branch reports the workers of its headquarters, which reports none, or the same. They stay
-- with the code that was given.
misplaced_headcounts as (
    select distinct
        branch_rows.batch_id,
        branch_rows.file_row_number
    from staged_headcount as branch_rows
    inner join headquarters on branch_rows.employer_code = headquarters.branch_code
    left join staged_headcount as headquarters_rows
        on headquarters.headquarters_code = headquarters_rows.employer_code
    where not branch_rows.is_carried
        and (
            headquarters_rows.employer_code is null
            or headquarters_rows.headcount = branch_rows.headcount
        )
),

findings as (
    select
        feed,
        batch_id,
        file_row_number,
        issue_code,
        effect
    from repeated_rows
    union all
    select
        feed,
        batch_id,
        file_row_number,
        'RESTATEMENT' as issue_code,
        'flag' as effect
    from restated_rows
    union all
    select
        feed,
        batch_id,
        file_row_number,
        issue_code,
        effect
    from skill_issues
    union all
    select
        feed,
        batch_id,
        file_row_number,
        issue_code,
        effect
    from orphans
    union all
    select
        feed,
        batch_id,
        file_row_number,
        issue_code,
        effect
    from conflicts
    union all
    select
        feed,
        batch_id,
        file_row_number,
        issue_code,
        effect
    from lost_memberships
    union all
    select
        feed,
        batch_id,
        file_row_number,
        issue_code,
        effect
    from succeeded
    union all
    select
        feed,
        batch_id,
        file_row_number,
        issue_code,
        effect
    from unknown
    union all
    select
        feed,
        batch_id,
        file_row_number,
        'NOT_REPORTED' as issue_code,
        'flag' as effect
    from carried
    union all
    select
        'headcount' as feed,
        batch_id,
        file_row_number,
        'MEMBERS_GT_HEADCOUNT' as issue_code,
        'flag' as effect
    from crowded
    union all
    select
        'headcount' as feed,
        batch_id,
        file_row_number,
        'BRANCH_HQ' as issue_code,
        'flag' as effect
    from misplaced_headcounts
    union all
    select
        'agreements' as feed,
        batch_id,
        file_row_number,
        'STATED_TOO_LARGE' as issue_code,
        'flag' as effect
    from stated_agreements
    where is_too_large
    union all
    select
        feed,
        batch_id,
        file_row_number,
        issue_code,
        effect
    from dispute_issues
    union all
    select
        feed,
        batch_id,
        file_row_number,
        issue_code,
        effect
    from needs_issues
)

select
    month.period,
    findings.feed,
    findings.batch_id,
    findings.file_row_number,
    findings.issue_code,
    findings.effect
from findings
cross join month
