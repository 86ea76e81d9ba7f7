-- One row per collective agreement: when it takes effect, when it ends, and whether it is in force.
with

month as (
    select * from run.period
),

rules as (
    select * from codes.rules
),

register as (
    select * from staging.agreements
),

scope as (
    select * from staging.agreement_scope
),

events as (
    select * from staging.agreement_events
),

-- What is known on the last day of the month; later events belong to later months.
filings as (
    select
        events.agreement_id,
        max(events.event_on) as filed_on
    from events
    cross join month
    where events.event_type = 'FILED'
        and events.event_on <= month.period_end
    group by events.agreement_id
),

terminations as (
    select
        events.agreement_id,
        min(events.event_on) as terminated_on
    from events
    cross join month
    where events.event_type = 'TERMINATED'
        and events.event_on <= month.period_end
    group by events.agreement_id
),

-- The labour office may object for some days after the filing, by the rule of the filing's day.
waiting as (
    select
        filings.agreement_id,
        filings.filed_on,
        cast(filings.filed_on + rules.value * interval 1 day as date) as objectable_until
    from filings
    left join rules
        on rules.rule = 'objection_days'
        and filings.filed_on >= rules.valid_from
        and (rules.valid_to is null or filings.filed_on < rules.valid_to)
),

objections as (
    select distinct waiting.agreement_id
    from waiting
    cross join month
    inner join events on waiting.agreement_id = events.agreement_id
    where events.event_type = 'OBJECTED'
        and events.event_on >= waiting.filed_on
        and events.event_on <= waiting.objectable_until
        and events.event_on <= month.period_end
),

scope_forms as (
    select
        agreement_id,
        bool_or(scope_form = '1') as has_list,
        bool_or(scope_form = '2') as has_rule
    from scope
    group by agreement_id
),

-- An end left blank is open only where automatic renewal is stated; else the term is unknown.
dated as (
    select
        register.agreement_id,
        waiting.filed_on,
        objections.agreement_id is not null as has_objection,
        case
            when waiting.filed_on is not null and objections.agreement_id is null
                then greatest(register.term_start, register.signed_on, waiting.objectable_until)
        end as effective_from,
        terminations.terminated_on,
        case
            when register.term_end is not null or register.is_auto_renewal
                then coalesce(
                    least(register.term_end, terminations.terminated_on),
                    date '9999-12-31'
                )
        end as ends_on
    from register
    left join waiting on register.agreement_id = waiting.agreement_id
    left join objections on register.agreement_id = objections.agreement_id
    left join terminations on register.agreement_id = terminations.agreement_id
)

select
    month.period,
    register.agreement_id,
    register.agreement_kind,
    case register.agreement_level
        when '1' then 'enterprise'
        when '2' then 'industry'
        when '3' then 'area'
    end as level,
    coalesce(
        register.agreement_kind = '2'
        or (register.agreement_kind = '1' and register.has_wage_chapter),
        false
    ) as covers_wage,
    register.employer_code,
    register.area_code,
    register.industry_code,
    register.signed_on,
    register.term_start,
    register.term_end,
    register.is_auto_renewal,
    dated.filed_on,
    dated.has_objection,
    dated.effective_from,
    dated.terminated_on,
    dated.ends_on,
    coalesce(
        dated.effective_from <= month.period_end and dated.ends_on > month.period_end,
        false
    ) as is_in_force,
    case
        when register.agreement_level = '1' and register.employer_code is not null then 'list'
        when scope_forms.has_list then 'list'
        when scope_forms.has_rule then 'rule'
        when scope_forms.agreement_id is null
            and register.agreement_level in ('2', '3')
            and register.stated_workers is not null
            then 'totals'
        else 'none'
    end as scope_form,
    register.stated_units,
    register.stated_workers,
    register.wage_before_mean_fen,
    register.wage_after_mean_fen,
    register.agreed_floor_fen,
    register.effective_headcount,
    register.predecessor_id,
    register.is_carried,
    register.batch_id,
    register.file_row_number
from register
cross join month
inner join dated on register.agreement_id = dated.agreement_id
left join scope_forms on register.agreement_id = scope_forms.agreement_id
