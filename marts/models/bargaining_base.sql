-- One row per round, offer or agreement of which something falls into the month or ends in a year.
with

month as (
    select * from run.period
),

rules as (
    select * from codes.rules
),

divisions as (
    select * from codes.divisions
),

successions as (
    select * from core.employer_successions
),

employer_months as (
    select * from core.employer_months
),

talks as (
    select * from core.bargaining_talks
),

agreements as (
    select * from core.agreements
),

process as (
    select * from core.agreement_process
),

bound_employers as (
    select * from core.bound_employers
),

stated_agreements as (
    select * from core.stated_agreements
),

bound_workers as (
    select
        bound_employers.agreement_id,
        cast(sum(employer_months.headcount) as bigint) as workers
    from bound_employers
    inner join employer_months on bound_employers.employer_id = employer_months.employer_id
    where employer_months.is_in_scope
    group by bound_employers.agreement_id
),

-- Whom an agreement concerns: those whom it binds by name or rule, else those whom it states.
concerned_workers as (
    select
        agreement_id,
        workers
    from bound_workers
    union all
    select
        agreement_id,
        stated_workers as workers
    from stated_agreements
    where not is_too_large
),

steps as (
    select
        talks.agreement_id,
        talks.talk as row_kind,
        talks.talk_on as step_on,
        talks.level,
        talks.employer_code,
        talks.area_code,
        talks.industry_code,
        cast(0 as bigint) as concerned,
        talks.side,
        talks.is_as_due,
        false as is_judged,
        false as is_two_thirds_present,
        false as is_majority_for,
        false as is_filed_in_time,
        false as is_unopposed,
        false as is_ended,
        false as is_renewed_at_once,
        false as is_gap_over,
        false as is_renewed_after_gap,
        cast(null as date) as effective_on,
        false as covers_wage,
        cast(null as bigint) as wage_before_mean_fen,
        cast(null as bigint) as wage_after_mean_fen,
        cast(null as bigint) as agreed_floor_fen,
        cast(null as bigint) as effective_headcount,
        cast(null as bigint) as ends_in_months
    from talks
    union all
    select
        agreements.agreement_id,
        'agreement' as row_kind,
        month.period_end as step_on,
        coalesce(agreements.level, 'unknown') as level,
        agreements.employer_code,
        agreements.area_code,
        agreements.industry_code,
        coalesce(concerned_workers.workers, 0) as concerned,
        cast(null as string) as side,
        false as is_as_due,
        process.is_judged,
        process.is_two_thirds_present,
        process.is_majority_for,
        process.is_filed_in_time,
        process.is_unopposed,
        process.is_ended,
        process.is_renewed_at_once,
        process.is_gap_over,
        process.is_renewed_after_gap,
        case when process.is_taking_effect then agreements.effective_from end as effective_on,
        agreements.covers_wage,
        agreements.wage_before_mean_fen,
        agreements.wage_after_mean_fen,
        agreements.agreed_floor_fen,
        agreements.effective_headcount,
        process.ends_in_months
    from process
    cross join month
    inner join agreements on process.agreement_id = agreements.agreement_id
    left join concerned_workers on process.agreement_id = concerned_workers.agreement_id
    where process.is_judged
        or process.is_ended
        or process.is_gap_over
        or process.is_taking_effect
        or process.ends_in_months is not null
),

streets as (
    select
        place_code as street_code,
        district_code,
        unit_code
    from divisions
    where level = 'street'
),

-- A district that hosts another reporting unit (Daxing: Yizhuang) lies in no one unit.
districts as (
    select
        district_code,
        case when min(unit_code) = max(unit_code) then min(unit_code) end as unit_code
    from divisions
    where level = 'street'
    group by district_code
),

-- An agreement of one employer stands where the employer does; a shared one where its area lies.
placed as (
    select
        steps.agreement_id,
        steps.row_kind,
        steps.step_on,
        steps.level,
        steps.level = 'enterprise' and steps.employer_code is not null as is_of_one,
        coalesce(successions.employer_id, steps.employer_code) as employer_id,
        streets.street_code,
        coalesce(streets.district_code, districts.district_code) as district_code,
        coalesce(streets.unit_code, districts.unit_code) as unit_code,
        case
            when steps.level = 'industry' then substr(steps.industry_code, 1, 1)
        end as industry,
        steps.concerned,
        steps.side,
        steps.is_as_due,
        steps.is_judged,
        steps.is_two_thirds_present,
        steps.is_majority_for,
        steps.is_filed_in_time,
        steps.is_unopposed,
        steps.is_ended,
        steps.is_renewed_at_once,
        steps.is_gap_over,
        steps.is_renewed_after_gap,
        steps.effective_on,
        steps.covers_wage,
        steps.effective_headcount > 0
            and steps.wage_before_mean_fen > 0
            and steps.wage_after_mean_fen is not null
            and steps.effective_on is not null as is_negotiated,
        steps.wage_before_mean_fen,
        steps.wage_after_mean_fen,
        steps.agreed_floor_fen,
        steps.effective_headcount,
        steps.ends_in_months,
        minimum_wages.value as minimum_wage_fen
    from steps
    left join successions on steps.employer_code = successions.old_code
    left join streets on steps.area_code = streets.street_code
    left join districts on steps.area_code = districts.district_code
    left join rules as minimum_wages
        on minimum_wages.rule = 'minimum_wage_fen'
        and steps.effective_on >= minimum_wages.valid_from
        and (minimum_wages.valid_to is null or steps.effective_on < minimum_wages.valid_to)
)

select
    month.period,
    placed.agreement_id,
    placed.row_kind,
    placed.step_on,
    case when placed.is_of_one then placed.employer_id else placed.agreement_id end as party_id,
    case
        when placed.is_of_one then coalesce(employer_months.district_code, 'unallocated')
        else coalesce(placed.district_code, 'unallocated')
    end as district_code,
    case
        when placed.is_of_one then coalesce(employer_months.unit_code, 'unallocated')
        else coalesce(placed.unit_code, 'unallocated')
    end as unit_code,
    case
        when placed.is_of_one then coalesce(employer_months.street_code, 'unallocated')
        else coalesce(placed.street_code, 'unallocated')
    end as street_code,
    case
        when placed.is_of_one then coalesce(employer_months.industry_section, 'unknown')
        else coalesce(placed.industry, 'unallocated')
    end as industry,
    case
        when placed.is_of_one then coalesce(employer_months.ownership_group, 'unknown')
        else 'unallocated'
    end as ownership,
    placed.level as agreement_level,
    case
        when placed.ends_in_months < 10 then '0' || cast(placed.ends_in_months as string)
        else cast(placed.ends_in_months as string)
    end as ends_in,
    case
        when not placed.is_of_one then placed.concerned
        when employer_months.is_in_scope then employer_months.headcount
        else 0
    end as workers,
    placed.side,
    placed.is_as_due,
    placed.is_judged,
    placed.is_two_thirds_present,
    placed.is_majority_for,
    placed.is_filed_in_time,
    placed.is_unopposed,
    placed.is_ended,
    placed.is_renewed_at_once,
    placed.is_gap_over,
    placed.is_renewed_after_gap,
    placed.ends_in_months is not null as is_ending,
    placed.effective_on is not null and placed.covers_wage as is_wage_effect,
    coalesce(placed.agreed_floor_fen >= placed.minimum_wage_fen, false) as is_floor_kept,
    case when placed.is_negotiated then placed.effective_headcount else 0 end
        as negotiated_workers,
    case
        when placed.is_negotiated then placed.effective_headcount * placed.wage_before_mean_fen
        else 0
    end as wages_before_fen,
    case
        when placed.is_negotiated
            then placed.effective_headcount
                * (placed.wage_after_mean_fen - placed.wage_before_mean_fen)
        else 0
    end as wages_rise_fen
from placed
cross join month
left join employer_months on placed.employer_id = employer_months.employer_id
