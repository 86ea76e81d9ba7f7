-- One row per round of bargaining opened in the month, and per offer whose answer fell due in it.
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

events as (
    select * from staging.agreement_events
),

known as (
    select
        events.agreement_id,
        events.event_type,
        events.event_on,
        events.side,
        events.form,
        coalesce(events.agreement_level, register.agreement_level) as agreement_level,
        coalesce(events.employer_code, register.employer_code) as employer_code,
        coalesce(events.area_code, register.area_code) as area_code,
        coalesce(events.industry_code, register.industry_code) as industry_code
    from events
    cross join month
    left join register on events.agreement_id = register.agreement_id
    where events.event_on <= month.period_end
),

offers as (
    select
        agreement_id,
        event_on as offered_on,
        side,
        form,
        agreement_level,
        employer_code,
        area_code,
        industry_code
    from known
    where event_type = 'OFFERED'
),

rounds as (
    select
        known.agreement_id,
        known.event_on as opened_on,
        known.agreement_level,
        known.employer_code,
        known.area_code,
        known.industry_code
    from known
    cross join month
    where known.event_type = 'OPENED'
        and known.event_on >= month.period_start
),

rounds_before as (
    select
        rounds.agreement_id,
        rounds.opened_on,
        max(earlier.event_on) as opened_before_on
    from rounds
    left join known as earlier
        on rounds.agreement_id = earlier.agreement_id
        and earlier.event_type = 'OPENED'
        and earlier.event_on < rounds.opened_on
    group by
        rounds.agreement_id,
        rounds.opened_on
),

-- Who took the initiative: the first offer since the round before.
first_offers as (
    select
        rounds_before.agreement_id,
        rounds_before.opened_on,
        min(offers.offered_on) as offered_on
    from rounds_before
    inner join offers on rounds_before.agreement_id = offers.agreement_id
    where offers.offered_on <= rounds_before.opened_on
        and (
            rounds_before.opened_before_on is null
            or offers.offered_on > rounds_before.opened_before_on
        )
    group by
        rounds_before.agreement_id,
        rounds_before.opened_on
),

offers_due as (
    select
        offers.agreement_id,
        offers.offered_on,
        offers.side,
        offers.agreement_level,
        offers.employer_code,
        offers.area_code,
        offers.industry_code,
        cast(offers.offered_on + rules.value * interval 1 day as date) as due_on
    from offers
    cross join month
    inner join rules
        on rules.rule = 'offer_answer_days'
        and offers.offered_on >= rules.valid_from
        and (rules.valid_to is null or offers.offered_on < rules.valid_to)
    where cast(offers.offered_on + rules.value * interval 1 day as date) >= month.period_start
        and cast(offers.offered_on + rules.value * interval 1 day as date) <= month.period_end
),

-- Only the other side can answer.
answered as (
    select distinct
        offers_due.agreement_id,
        offers_due.offered_on
    from offers_due
    inner join known as answers on offers_due.agreement_id = answers.agreement_id
    where answers.event_type = 'ANSWERED'
        and answers.form = '1'
        and answers.side <> offers_due.side
        and answers.event_on >= offers_due.offered_on
        and answers.event_on <= offers_due.due_on
),

talks as (
    select
        rounds.agreement_id,
        'round' as talk,
        rounds.opened_on as talk_on,
        offers.side,
        coalesce(offers.side = '1' and offers.form = '1', false) as is_as_due,
        rounds.agreement_level,
        rounds.employer_code,
        rounds.area_code,
        rounds.industry_code
    from rounds
    left join first_offers
        on rounds.agreement_id = first_offers.agreement_id
        and rounds.opened_on = first_offers.opened_on
    left join offers
        on first_offers.agreement_id = offers.agreement_id
        and first_offers.offered_on = offers.offered_on
    union all
    select
        offers_due.agreement_id,
        'offer' as talk,
        offers_due.offered_on as talk_on,
        offers_due.side,
        answered.agreement_id is not null as is_as_due,
        offers_due.agreement_level,
        offers_due.employer_code,
        offers_due.area_code,
        offers_due.industry_code
    from offers_due
    left join answered
        on offers_due.agreement_id = answered.agreement_id
        and offers_due.offered_on = answered.offered_on
)

select
    month.period,
    talks.agreement_id,
    talks.talk,
    talks.talk_on,
    talks.side,
    talks.is_as_due,
    case talks.agreement_level
        when '1' then 'enterprise'
        when '2' then 'industry'
        when '3' then 'area'
        else 'unknown'
    end as level,
    talks.employer_code,
    talks.area_code,
    talks.industry_code
from talks
cross join month
