-- One row per collective agreement: what of its process, term and effect falls into the month.
with

month as (
    select * from run.period
),

rules as (
    select * from codes.rules
),

agreements as (
    select * from core.agreements
),

events as (
    select * from staging.agreement_events
),

known as (
    select
        events.agreement_id,
        events.event_type,
        events.event_on,
        events.delegates_all,
        events.delegates_present,
        events.delegates_for
    from events
    cross join month
    where events.event_on <= month.period_end
),

-- The days that the law gives, by the rules of the day of signing or of the end.
dated as (
    select
        agreements.agreement_id,
        agreements.signed_on,
        agreements.term_end,
        agreements.terminated_on,
        agreements.effective_from,
        agreements.ends_on,
        agreements.is_in_force,
        cast(agreements.signed_on + filing.value * interval 1 day as date) as to_be_filed_by,
        objecting.value as objection_days,
        cast(
            agreements.signed_on + (filing.value + objecting.value) * interval 1 day as date
        ) as judged_on,
        cast(agreements.term_end + gap.value * interval 1 day as date) as gap_ends_on
    from agreements
    left join rules as filing
        on filing.rule = 'filing_days'
        and agreements.signed_on >= filing.valid_from
        and (filing.valid_to is null or agreements.signed_on < filing.valid_to)
    left join rules as objecting
        on objecting.rule = 'objection_days'
        and agreements.signed_on >= objecting.valid_from
        and (objecting.valid_to is null or agreements.signed_on < objecting.valid_to)
    left join rules as gap
        on gap.rule = 'renewal_gap_days'
        and agreements.term_end >= gap.valid_from
        and (gap.valid_to is null or agreements.term_end < gap.valid_to)
),

adoption_days as (
    select
        dated.agreement_id,
        max(known.event_on) as adopted_on
    from dated
    inner join known on dated.agreement_id = known.agreement_id
    where known.event_type = 'ADOPTED'
        and known.event_on <= dated.signed_on
    group by dated.agreement_id
),

adoptions as (
    select
        adoption_days.agreement_id,
        known.delegates_present * 3 >= known.delegates_all * 2 as is_two_thirds_present,
        known.delegates_for * 2 > known.delegates_all as is_majority_for
    from adoption_days
    inner join known
        on adoption_days.agreement_id = known.agreement_id
        and adoption_days.adopted_on = known.event_on
    where known.event_type = 'ADOPTED'
),

filings as (
    select
        dated.agreement_id,
        min(known.event_on) as first_filed_on
    from dated
    inner join known on dated.agreement_id = known.agreement_id
    where known.event_type = 'FILED'
        and known.event_on >= dated.signed_on
    group by dated.agreement_id
),

opposed as (
    select distinct filings.agreement_id
    from filings
    inner join dated on filings.agreement_id = dated.agreement_id
    inner join known on filings.agreement_id = known.agreement_id
    where known.event_type = 'OBJECTED'
        and known.event_on >= filings.first_filed_on
        and known.event_on
            <= cast(filings.first_filed_on + dated.objection_days * interval 1 day as date)
),

successors as (
    select
        predecessor_id,
        min(effective_from) as next_effective_from
    from agreements
    where predecessor_id is not null
    group by predecessor_id
),

-- Months from this one to the month of the end; an open end is none.
ends as (
    select
        dated.agreement_id,
        (extract(year from dated.ends_on) - extract(year from month.period_end)) * 12
            + extract(month from dated.ends_on) - extract(month from month.period_end)
            as months_left
    from dated
    cross join month
    where dated.is_in_force
),

judged as (
    select
        dated.agreement_id,
        coalesce(
            dated.judged_on >= month.period_start and dated.judged_on <= month.period_end, false
        ) as is_judged,
        coalesce(adoptions.is_two_thirds_present, false) as is_two_thirds_present,
        coalesce(adoptions.is_majority_for, false) as is_majority_for,
        coalesce(filings.first_filed_on <= dated.to_be_filed_by, false) as is_filed_in_time,
        filings.agreement_id is not null and opposed.agreement_id is null as is_unopposed,
        coalesce(
            dated.terminated_on is null or dated.terminated_on >= dated.term_end, false
        ) as has_run_its_term,
        dated.term_end,
        dated.gap_ends_on,
        successors.next_effective_from,
        dated.effective_from
    from dated
    cross join month
    left join adoptions on dated.agreement_id = adoptions.agreement_id
    left join filings on dated.agreement_id = filings.agreement_id
    left join opposed on dated.agreement_id = opposed.agreement_id
    left join successors on dated.agreement_id = successors.predecessor_id
)

select
    month.period,
    judged.agreement_id,
    judged.is_judged,
    judged.is_two_thirds_present,
    judged.is_majority_for,
    judged.is_filed_in_time,
    judged.is_unopposed,
    coalesce(
        judged.has_run_its_term
        and judged.term_end >= month.period_start
        and judged.term_end <= month.period_end,
        false
    ) as is_ended,
    coalesce(judged.next_effective_from <= judged.term_end, false) as is_renewed_at_once,
    coalesce(
        judged.has_run_its_term
        and judged.gap_ends_on >= month.period_start
        and judged.gap_ends_on <= month.period_end,
        false
    ) as is_gap_over,
    coalesce(
        judged.next_effective_from > judged.term_end
        and judged.next_effective_from <= judged.gap_ends_on,
        false
    ) as is_renewed_after_gap,
    coalesce(
        judged.effective_from >= month.period_start
        and judged.effective_from <= month.period_end,
        false
    ) as is_taking_effect,
    case when ends.months_left between 1 and 12 then cast(ends.months_left as bigint) end
        as ends_in_months
from judged
cross join month
left join ends on judged.agreement_id = ends.agreement_id
