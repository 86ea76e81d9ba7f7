-- One row per case pending, accepted or closed in the month, and one per employer with workers.
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

repeats as (
    select * from core.dispute_repeats
),

successions as (
    select * from core.employer_successions
),

employer_months as (
    select * from core.employer_months
),

-- This month and the month before it, which closed where this one opened.
known_employers as (
    select
        coalesce(successions.employer_id, employer_months.employer_id) as employer_id,
        employer_months.employer_id as stated_id,
        employer_months.period = month.period as is_now,
        employer_months.district_code,
        employer_months.unit_code,
        employer_months.street_code,
        employer_months.industry_section,
        employer_months.ownership_group,
        employer_months.size_class,
        case when employer_months.is_in_scope then employer_months.headcount else 0 end as workers
    from employer_months
    cross join month
    left join successions on employer_months.employer_id = successions.old_code
),

earlier_months as (
    select count(*) as employers
    from known_employers
    where not is_now
),

-- The first month that is known opens as it closes.
stocks as (
    select
        known_employers.employer_id,
        cast(
            sum(
                case
                    when known_employers.is_now and earlier_months.employers = 0
                        then 2 * known_employers.workers
                    else known_employers.workers
                end
            ) as bigint
        ) as opening_and_closing_workers
    from known_employers
    cross join earlier_months
    group by known_employers.employer_id
),

-- An employer that is gone stands where it was last.
places as (
    select
        employer_id,
        is_now,
        district_code,
        unit_code,
        street_code,
        industry_section,
        ownership_group,
        size_class,
        row_number() over (
            partition by employer_id
            order by
                case when is_now then 0 else 1 end asc nulls last,
                stated_id asc nulls last
        ) as choice
    from known_employers
),

-- Days within which a case should be closed, by the rules of the day on which they begin to count.
limits as (
    select
        disputes.procedure,
        disputes.case_no,
        max(case when rules.rule = 'mediation_days' then rules.value end) as mediation_days,
        max(case when rules.rule = 'arbitration_days' then rules.value end) as arbitration_days,
        max(case when rules.rule = 'arbitration_extension_days' then rules.value end)
            as extension_days
    from disputes
    inner join rules
        on case
            when disputes.procedure = 'mediation' then disputes.applied_on
            else disputes.accepted_on
        end >= rules.valid_from
        and (
            rules.valid_to is null
            or case
                when disputes.procedure = 'mediation' then disputes.applied_on
                else disputes.accepted_on
            end < rules.valid_to
        )
    where disputes.is_closed_now
        and rules.rule in ('mediation_days', 'arbitration_days', 'arbitration_extension_days')
    group by
        disputes.procedure,
        disputes.case_no
),

cases as (
    select
        disputes.procedure,
        disputes.case_no,
        disputes.employer_id,
        disputes.cause,
        disputes.workers,
        disputes.is_collective,
        disputes.how_closed,
        disputes.winner,
        disputes.is_newly_reported,
        disputes.is_pending_at_start,
        disputes.is_closed_now,
        disputes.is_newly_reported and repeats.case_no is null as is_new_quarrel,
        disputes.is_closed_now and disputes.linked_bodies >= 2 as is_joint,
        case
            when disputes.procedure = 'mediation' then disputes.applied_on
            else disputes.accepted_on
        end as counted_from,
        case when disputes.is_closed_now then disputes.closed_on end as counted_to,
        case
            when disputes.procedure = 'mediation' then limits.mediation_days
            when disputes.is_extended then limits.arbitration_days + limits.extension_days
            else limits.arbitration_days
        end as days_allowed
    from disputes
    left join repeats
        on disputes.procedure = repeats.procedure
        and disputes.case_no = repeats.case_no
    left join limits
        on disputes.procedure = limits.procedure
        and disputes.case_no = limits.case_no
    where disputes.is_newly_reported
        or disputes.is_pending_at_start
        or disputes.is_closed_now
),

ends_of_cases as (
    select
        procedure,
        case_no,
        -1 as sign,
        cast(counted_from as string) as day_text
    from cases
    where counted_to is not null
    union all
    select
        procedure,
        case_no,
        1 as sign,
        cast(counted_to as string) as day_text
    from cases
    where counted_to is not null
),

-- Years begin in March here, so that the leap day is their last.
calendar as (
    select
        procedure,
        case_no,
        sign,
        cast(substr(day_text, 1, 4) as bigint)
        - case when cast(substr(day_text, 6, 2) as bigint) <= 2 then 1 else 0 end as year_no,
        (cast(substr(day_text, 6, 2) as bigint) + 9) % 12 * 306 + 5 as tenths_of_days,
        cast(substr(day_text, 9, 2) as bigint) as day_no
    from ends_of_cases
),

-- The number of the last day less that of the first.
durations as (
    select
        procedure,
        case_no,
        cast(
            sum(
                sign * (
                    365 * year_no
                    + (year_no - year_no % 4) / 4
                    - (year_no - year_no % 100) / 100
                    + (year_no - year_no % 400) / 400
                    + (tenths_of_days - tenths_of_days % 10) / 10
                    + day_no
                )
            ) as bigint
        ) as days
    from calendar
    group by
        procedure,
        case_no
)

select
    month.period,
    cases.procedure as row_kind,
    cases.case_no as row_id,
    cases.employer_id,
    coalesce(places.district_code, 'unallocated') as district_code,
    coalesce(places.unit_code, 'unallocated') as unit_code,
    coalesce(places.street_code, 'unallocated') as street_code,
    coalesce(places.industry_section, 'unknown') as industry,
    coalesce(places.ownership_group, 'unknown') as ownership,
    coalesce(places.size_class, 'none') as size_class,
    cases.cause,
    cast(1 as bigint) as cases,
    cases.workers,
    cases.is_newly_reported,
    cases.is_new_quarrel,
    cases.is_pending_at_start,
    cases.is_closed_now,
    cases.is_collective,
    cases.is_joint,
    cases.how_closed,
    cases.winner,
    durations.days,
    coalesce(durations.days <= cases.days_allowed, false) as is_on_time,
    cast(0 as bigint) as opening_and_closing_workers
from cases
cross join month
left join places
    on cases.employer_id = places.employer_id
    and places.choice = 1
left join durations
    on cases.procedure = durations.procedure
    and cases.case_no = durations.case_no
union all
select
    month.period,
    'workers' as row_kind,
    stocks.employer_id as row_id,
    stocks.employer_id,
    places.district_code,
    places.unit_code,
    places.street_code,
    places.industry_section as industry,
    places.ownership_group as ownership,
    places.size_class,
    cast(null as string) as cause,
    cast(0 as bigint) as cases,
    cast(0 as bigint) as workers,
    false as is_newly_reported,
    false as is_new_quarrel,
    false as is_pending_at_start,
    false as is_closed_now,
    false as is_collective,
    false as is_joint,
    cast(null as string) as how_closed,
    cast(null as string) as winner,
    cast(null as bigint) as days,
    false as is_on_time,
    stocks.opening_and_closing_workers
from stocks
cross join month
inner join places
    on stocks.employer_id = places.employer_id
    and places.choice = 1
where stocks.opening_and_closing_workers > 0
