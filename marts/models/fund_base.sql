-- One row per employer: union funds due, received and in arrears, and whose members paid dues.
with

month as (
    select * from run.period
),

employer_months as (
    select * from core.employer_months
),

liabilities as (
    select * from core.fund_liabilities
),

receipts as (
    select * from core.receipts
),

late_payments as (
    select * from core.fund_arrears
),

cohorts as (
    select * from core.preparatory_cohorts
),

memberships as (
    select * from core.memberships
),

dues_payers as (
    select * from core.dues_payers
),

-- Only union funds proper: not dues, preparatory fund, late fees or refunds.
received as (
    select
        employer_id,
        cast(sum(amount_fen) as bigint) as received_fen
    from receipts
    where kind = '1'
    group by employer_id
),

arrears as (
    select
        employer_id,
        cast(sum(outstanding_fen) as bigint) as arrears_fen,
        cast(sum(late_fee_fen) as bigint) as late_fee_fen
    from late_payments
    where is_in_arrears
    group by employer_id
),

-- Members whose roster names no employer stand under "none".
members as (
    select
        coalesce(memberships.employer_id, 'none') as employer_id,
        count(*) as members,
        cast(sum(case when dues_payers.person_key is null then 0 else 1 end) as bigint)
            as dues_members
    from memberships
    left join dues_payers on memberships.person_key = dues_payers.person_key
    where not memberships.is_retained
    group by coalesce(memberships.employer_id, 'none')
),

listed as (
    select employer_id from liabilities
    union
    select employer_id from received
    union
    select employer_id from arrears
    union
    select employer_id from members
    union
    select employer_id from cohorts
)

select
    month.period,
    listed.employer_id,
    coalesce(employer_months.district_code, 'unallocated') as district_code,
    coalesce(employer_months.unit_code, 'unallocated') as unit_code,
    coalesce(employer_months.street_code, 'unallocated') as street_code,
    coalesce(employer_months.industry_section, 'unknown') as industry,
    coalesce(employer_months.ownership_group, 'unknown') as ownership,
    coalesce(employer_months.size_class, 'none') as size_class,
    coalesce(liabilities.is_liable, false) as is_liable,
    coalesce(liabilities.payroll_fen, 0) as payroll_fen,
    coalesce(liabilities.due_fen, 0) as due_fen,
    case when liabilities.is_liable then coalesce(received.received_fen, 0) else 0 end
        as received_fen,
    case when employer_months.is_in_scope then employer_months.headcount else 0 end as workers,
    arrears.employer_id is not null as is_in_arrears,
    coalesce(arrears.arrears_fen, 0) as arrears_fen,
    coalesce(arrears.late_fee_fen, 0) as late_fee_fen,
    coalesce(members.members, 0) as members,
    coalesce(members.dues_members, 0) as dues_members,
    cohorts.employer_id is not null as is_cohort,
    coalesce(cohorts.is_unionised, false) as is_cohort_unionised
from listed
cross join month
left join employer_months on listed.employer_id = employer_months.employer_id
left join liabilities on listed.employer_id = liabilities.employer_id
left join received on listed.employer_id = received.employer_id
left join arrears on listed.employer_id = arrears.employer_id
left join members on listed.employer_id = members.employer_id
left join cohorts on listed.employer_id = cohorts.employer_id
