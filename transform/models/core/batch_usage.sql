-- One row per batch with rows in the month: how many were accepted, used, and set aside.
with

month as (
    select * from run.period
),

raw_employers as (
    select * from raw.employers
),

raw_headcount as (
    select * from raw.headcount
),

raw_unions as (
    select * from raw.unions
),

raw_covered_units as (
    select * from raw.covered_units
),

raw_members as (
    select * from raw.members
),

raw_agreements as (
    select * from raw.agreements
),

raw_agreement_scope as (
    select * from raw.agreement_scope
),

raw_agreement_events as (
    select * from raw.agreement_events
),

raw_receipts as (
    select * from raw.receipts
),

raw_national_series as (
    select * from raw.national_series
),

raw_dues as (
    select * from raw.dues
),

raw_registrations as (
    select * from raw.registrations
),

raw_mediation as (
    select * from raw.mediation
),

raw_arbitration as (
    select * from raw.arbitration
),

raw_training as (
    select * from raw.training
),

raw_certificates as (
    select * from raw.certificates
),

raw_training_funds as (
    select * from raw.training_funds
),

raw_requests as (
    select * from raw.requests
),

raw_services as (
    select * from raw.services
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

staged_agreement_scope as (
    select * from staging.agreement_scope
),

staged_agreement_events as (
    select * from staging.agreement_events
),

staged_receipts as (
    select * from staging.receipts
),

staged_national_series as (
    select * from staging.national_series
),

staged_dues as (
    select * from staging.dues
),

staged_registrations as (
    select * from staging.registrations
),

staged_mediation as (
    select * from staging.mediation
),

staged_arbitration as (
    select * from staging.arbitration
),

staged_training as (
    select * from staging.training
),

staged_certificates as (
    select * from staging.certificates
),

staged_training_funds as (
    select * from staging.training_funds
),

staged_requests as (
    select * from staging.requests
),

staged_services as (
    select * from staging.services
),

multiple as (
    select * from core.multiple_memberships
),

row_issues as (
    select * from core.row_issues
),

accepted_rows as (
    select
        'employers' as feed,
        batch_id,
        count(*) as accepted
    from raw_employers
    group by batch_id
    union all
    select
        'headcount' as feed,
        batch_id,
        count(*) as accepted
    from raw_headcount
    group by batch_id
    union all
    select
        'unions' as feed,
        batch_id,
        count(*) as accepted
    from raw_unions
    group by batch_id
    union all
    select
        'covered_units' as feed,
        batch_id,
        count(*) as accepted
    from raw_covered_units
    group by batch_id
    union all
    select
        'members' as feed,
        batch_id,
        count(*) as accepted
    from raw_members
    group by batch_id
    union all
    select
        'agreements' as feed,
        batch_id,
        count(*) as accepted
    from raw_agreements
    group by batch_id
    union all
    select
        'agreement_scope' as feed,
        batch_id,
        count(*) as accepted
    from raw_agreement_scope
    group by batch_id
    union all
    select
        'agreement_events' as feed,
        batch_id,
        count(*) as accepted
    from raw_agreement_events
    group by batch_id
    union all
    select
        'receipts' as feed,
        batch_id,
        count(*) as accepted
    from raw_receipts
    group by batch_id
    union all
    select
        'national_series' as feed,
        batch_id,
        count(*) as accepted
    from raw_national_series
    group by batch_id
    union all
    select
        'dues' as feed,
        batch_id,
        count(*) as accepted
    from raw_dues
    group by batch_id
    union all
    select
        'registrations' as feed,
        batch_id,
        count(*) as accepted
    from raw_registrations
    group by batch_id
    union all
    select
        'requests' as feed,
        batch_id,
        count(*) as accepted
    from raw_requests
    group by batch_id
    union all
    select
        'services' as feed,
        batch_id,
        count(*) as accepted
    from raw_services
    group by batch_id
    union all
    select
        'mediation' as feed,
        batch_id,
        count(*) as accepted
    from raw_mediation
    group by batch_id
    union all
    select
        'arbitration' as feed,
        batch_id,
        count(*) as accepted
    from raw_arbitration
    group by batch_id
    union all
    select
        'training' as feed,
        batch_id,
        count(*) as accepted
    from raw_training
    group by batch_id
    union all
    select
        'certificates' as feed,
        batch_id,
        count(*) as accepted
    from raw_certificates
    group by batch_id
    union all
    select
        'training_funds' as feed,
        batch_id,
        count(*) as accepted
    from raw_training_funds
    group by batch_id
),

-- Counted from what the models read, not as the rest of the rows: a row that is neither used nor
-- set aside for a reason, or both, shows as a difference.
used_rows as (
    select
        'employers' as feed,
        batch_id,
        count(*) as used
    from staged_employers
    where not is_carried
    group by batch_id
    union all
    select
        'headcount' as feed,
        batch_id,
        count(*) as used
    from staged_headcount
    where not is_carried
    group by batch_id
    union all
    select
        'unions' as feed,
        batch_id,
        count(*) as used
    from staged_unions
    where not is_carried
    group by batch_id
    union all
    select
        'covered_units' as feed,
        staged_covered_units.batch_id,
        count(*) as used
    from staged_covered_units
    inner join staged_unions on staged_covered_units.union_id = staged_unions.union_id
    where not staged_covered_units.is_carried
    group by staged_covered_units.batch_id
    union all
    select
        'members' as feed,
        staged_members.batch_id,
        count(*) as used
    from staged_members
    left join multiple
        on staged_members.person_key = multiple.person_key
        and multiple.has_id_conflict
    where not staged_members.is_carried
        and (multiple.person_key is null or not staged_members.is_living)
    group by staged_members.batch_id
    union all
    select
        'agreements' as feed,
        batch_id,
        count(*) as used
    from staged_agreements
    where not is_carried
    group by batch_id
    union all
    select
        'agreement_scope' as feed,
        staged_agreement_scope.batch_id,
        count(*) as used
    from staged_agreement_scope
    inner join staged_agreements
        on staged_agreement_scope.agreement_id = staged_agreements.agreement_id
    where not staged_agreement_scope.is_carried
    group by staged_agreement_scope.batch_id
    union all
    select
        'agreement_events' as feed,
        batch_id,
        count(*) as used
    from staged_agreement_events
    group by batch_id
    union all
    select
        'receipts' as feed,
        batch_id,
        count(*) as used
    from staged_receipts
    group by batch_id
    union all
    select
        'national_series' as feed,
        batch_id,
        count(*) as used
    from staged_national_series
    group by batch_id
    union all
    select
        'dues' as feed,
        batch_id,
        count(*) as used
    from staged_dues
    group by batch_id
    union all
    select
        'registrations' as feed,
        batch_id,
        count(*) as used
    from staged_registrations
    group by batch_id
    union all
    select
        'requests' as feed,
        batch_id,
        count(*) as used
    from staged_requests
    group by batch_id
    union all
    select
        'services' as feed,
        batch_id,
        count(*) as used
    from staged_services
    group by batch_id
    union all
    select
        'mediation' as feed,
        batch_id,
        count(*) as used
    from staged_mediation
    group by batch_id
    union all
    select
        'arbitration' as feed,
        batch_id,
        count(*) as used
    from staged_arbitration
    group by batch_id
    union all
    select
        'training' as feed,
        batch_id,
        count(*) as used
    from staged_training
    group by batch_id
    union all
    select
        'certificates' as feed,
        batch_id,
        count(*) as used
    from staged_certificates
    group by batch_id
    union all
    select
        'training_funds' as feed,
        batch_id,
        count(*) as used
    from staged_training_funds
    group by batch_id
),

set_aside_rows as (
    select
        feed,
        batch_id,
        count(*) as set_aside
    from row_issues
    where effect = 'set_aside'
    group by
        feed,
        batch_id
)

select
    month.period,
    accepted_rows.feed,
    accepted_rows.batch_id,
    accepted_rows.accepted,
    coalesce(used_rows.used, 0) as used,
    coalesce(set_aside_rows.set_aside, 0) as set_aside
from accepted_rows
cross join month
left join used_rows
    on accepted_rows.feed = used_rows.feed
    and accepted_rows.batch_id = used_rows.batch_id
left join set_aside_rows
    on accepted_rows.feed = set_aside_rows.feed
    and accepted_rows.batch_id = set_aside_rows.batch_id
