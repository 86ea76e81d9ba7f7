-- One row per case first reported in the month that goes on with a quarrel counted before.
with

month as (
    select * from run.period
),

rules as (
    select * from codes.rules
),

disputes as (
    select * from core.disputes
),

mediation as (
    select * from staging.mediation
),

arbitration as (
    select * from staging.arbitration
),

parties as (
    select distinct
        'mediation' as procedure,
        case_no,
        person_key
    from mediation
    where person_key is not null
    union all
    select distinct
        'arbitration' as procedure,
        case_no,
        person_key
    from arbitration
    where person_key is not null
),

cases_of_persons as (
    select
        parties.person_key,
        disputes.procedure,
        disputes.case_no,
        disputes.employer_id,
        disputes.cause,
        disputes.accepted_on,
        disputes.first_period,
        disputes.is_newly_reported
    from disputes
    inner join parties
        on disputes.procedure = parties.procedure
        and disputes.case_no = parties.case_no
    where disputes.employer_id is not null
),

-- One person, one employer, one cause, once in mediation and once in arbitration. The case that
-- was reported first counts, then the one accepted first; on one day mediation comes first.
pairs as (
    select
        later.procedure,
        later.case_no,
        earlier.case_no as first_case_no,
        row_number() over (
            partition by later.procedure, later.case_no
            order by
                earlier.first_period asc nulls last,
                earlier.accepted_on asc nulls last,
                earlier.case_no asc nulls last
        ) as choice
    from cases_of_persons as later
    inner join cases_of_persons as earlier
        on later.person_key = earlier.person_key
        and later.employer_id = earlier.employer_id
        and later.cause = earlier.cause
        and later.procedure <> earlier.procedure
    inner join rules
        on rules.rule = 'dispute_link_days'
        and later.accepted_on >= rules.valid_from
        and (rules.valid_to is null or later.accepted_on < rules.valid_to)
    where later.is_newly_reported
        and later.accepted_on
            <= cast(earlier.accepted_on + rules.value * interval 1 day as date)
        and earlier.accepted_on
            <= cast(later.accepted_on + rules.value * interval 1 day as date)
        and (
            earlier.first_period < later.first_period
            or (
                earlier.first_period = later.first_period
                and (
                    earlier.accepted_on < later.accepted_on
                    or (
                        earlier.accepted_on = later.accepted_on
                        and earlier.procedure = 'mediation'
                    )
                )
            )
        )
)

select
    month.period,
    pairs.procedure,
    pairs.case_no,
    pairs.first_case_no
from pairs
cross join month
where pairs.choice = 1
