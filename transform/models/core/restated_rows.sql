-- One row per delivered row that says something else than an earlier delivery for the same month.
with

month as (
    select * from run.period
),

employers as (
    select * from raw.employers
),

headcount as (
    select * from raw.headcount
),

unions as (
    select * from raw.unions
),

covered_units as (
    select * from raw.covered_units
),

members as (
    select * from raw.members
),

agreements as (
    select * from raw.agreements
),

agreement_scope as (
    select * from raw.agreement_scope
),

-- Only what models compute with: a name spelled differently restates nothing.
restated as (
    select
        'employers' as feed,
        newer.batch_id,
        newer.file_row_number
    from employers as newer
    inner join employers as older
        on newer.deliverer = older.deliverer
        and newer.credit_code = older.credit_code
    where newer.is_current
        and not older.is_current
        and (
            newer.unit_type is distinct from older.unit_type
            or newer.street_code is distinct from older.street_code
            or newer.industry_code is distinct from older.industry_code
            or newer.ownership_group is distinct from older.ownership_group
            or newer.opened_on is distinct from older.opened_on
            or newer.closed_on is distinct from older.closed_on
            or newer.status_code is distinct from older.status_code
            or newer.revenue_fen is distinct from older.revenue_fen
            or newer.assets_fen is distinct from older.assets_fen
            or newer.predecessor_code is distinct from older.predecessor_code
            or newer.succeeded_on is distinct from older.succeeded_on
        )
    union all
    select
        'headcount' as feed,
        newer.batch_id,
        newer.file_row_number
    from headcount as newer
    inner join headcount as older
        on newer.deliverer = older.deliverer
        and newer.employer_code = older.employer_code
    where newer.is_current
        and not older.is_current
        and (
            newer.headcount is distinct from older.headcount
            or newer.women is distinct from older.women
            or newer.hukou_local_urban is distinct from older.hukou_local_urban
            or newer.hukou_local_rural is distinct from older.hukou_local_rural
            or newer.hukou_outside_urban is distinct from older.hukou_outside_urban
            or newer.hukou_outside_rural is distinct from older.hukou_outside_rural
            or newer.form_fixed_term is distinct from older.form_fixed_term
            or newer.form_open_ended is distinct from older.form_open_ended
            or newer.form_task is distinct from older.form_task
            or newer.form_part_time is distinct from older.form_part_time
            or newer.form_dispatch is distinct from older.form_dispatch
            or newer.form_establishment is distinct from older.form_establishment
            or newer.form_civil_servant is distinct from older.form_civil_servant
            or newer.dispatched_in is distinct from older.dispatched_in
            or newer.payroll_fen is distinct from older.payroll_fen
        )
    union all
    select
        'unions' as feed,
        newer.batch_id,
        newer.file_row_number
    from unions as newer
    inner join unions as older
        on newer.deliverer = older.deliverer
        and newer.union_id = older.union_id
    where newer.is_current
        and not older.is_current
        and (
            newer.union_type is distinct from older.union_type
            or newer.employer_code is distinct from older.employer_code
            or newer.street_code is distinct from older.street_code
            or newer.founded_on is distinct from older.founded_on
            or newer.closed_on is distinct from older.closed_on
            or newer.closure_approval is distinct from older.closure_approval
        )
    union all
    select
        'covered_units' as feed,
        newer.batch_id,
        newer.file_row_number
    from covered_units as newer
    inner join covered_units as older
        on newer.deliverer = older.deliverer
        and newer.union_id = older.union_id
        and newer.employer_code = older.employer_code
    where newer.is_current
        and not older.is_current
        and (
            newer.covered_from is distinct from older.covered_from
            or newer.covered_to is distinct from older.covered_to
        )
    union all
    select
        'members' as feed,
        newer.batch_id,
        newer.file_row_number
    from members as newer
    inner join members as older
        on newer.deliverer = older.deliverer
        and newer.person_key = older.person_key
        and newer.union_id = older.union_id
    where newer.is_current
        and not older.is_current
        and (
            newer.sex is distinct from older.sex
            or newer.birth_year is distinct from older.birth_year
            or newer.education is distinct from older.education
            or newer.hukou is distinct from older.hukou
            or newer.employment_form is distinct from older.employment_form
            or newer.employer_code is distinct from older.employer_code
            or newer.joined_on is distinct from older.joined_on
            or newer.membership_status is distinct from older.membership_status
            or newer.left_on is distinct from older.left_on
        )
    union all
    select
        'agreements' as feed,
        newer.batch_id,
        newer.file_row_number
    from agreements as newer
    inner join agreements as older
        on newer.deliverer = older.deliverer
        and newer.agreement_id = older.agreement_id
    where newer.is_current
        and not older.is_current
        and (
            newer.agreement_kind is distinct from older.agreement_kind
            or newer.agreement_level is distinct from older.agreement_level
            or newer.has_wage_chapter is distinct from older.has_wage_chapter
            or newer.employer_code is distinct from older.employer_code
            or newer.area_code is distinct from older.area_code
            or newer.industry_code is distinct from older.industry_code
            or newer.signed_on is distinct from older.signed_on
            or newer.term_start is distinct from older.term_start
            or newer.term_end is distinct from older.term_end
            or newer.is_auto_renewal is distinct from older.is_auto_renewal
            or newer.stated_units is distinct from older.stated_units
            or newer.stated_workers is distinct from older.stated_workers
            or newer.coverage_units is distinct from older.coverage_units
            or newer.coverage_workers is distinct from older.coverage_workers
            or newer.wage_before_mean_fen is distinct from older.wage_before_mean_fen
            or newer.wage_after_mean_fen is distinct from older.wage_after_mean_fen
            or newer.agreed_floor_fen is distinct from older.agreed_floor_fen
            or newer.effective_headcount is distinct from older.effective_headcount
            or newer.predecessor_id is distinct from older.predecessor_id
        )
    union all
    select
        'agreement_scope' as feed,
        newer.batch_id,
        newer.file_row_number
    from agreement_scope as newer
    inner join agreement_scope as older
        on newer.deliverer = older.deliverer
        and newer.agreement_id = older.agreement_id
        and newer.scope_no = older.scope_no
    where newer.is_current
        and not older.is_current
        and (
            newer.scope_form is distinct from older.scope_form
            or newer.employer_code is distinct from older.employer_code
            or newer.area_code is distinct from older.area_code
            or newer.industry_code is distinct from older.industry_code
            or newer.size_class is distinct from older.size_class
            or newer.ownership_group is distinct from older.ownership_group
            or newer.valid_from is distinct from older.valid_from
            or newer.valid_to is distinct from older.valid_to
        )
)

select distinct
    month.period,
    restated.feed,
    restated.batch_id,
    restated.file_row_number
from restated
cross join month
