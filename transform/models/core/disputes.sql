-- One row per case in mediation or arbitration that is known by the end of the month.
with

month as (
    select * from run.period
),

rules as (
    select * from codes.rules
),

successions as (
    select * from core.employer_successions
),

mediation as (
    select * from staging.mediation
),

arbitration as (
    select * from staging.arbitration
),

rows_of_cases as (
    select
        period,
        'mediation' as procedure,
        case_no,
        cast(0 as bigint) as claim_no,
        employer_code,
        cause,
        workers,
        is_common_claim,
        applied_on,
        accepted_on,
        closed_on,
        coalesce(result, 'OTHER') as how_closed,
        cast(null as string) as winner,
        false as is_extended,
        case when is_union_linked then 1 else 0 end
        + case when is_labour_office_linked then 1 else 0 end
        + case when is_court_linked then 1 else 0 end
        + case when is_justice_linked then 1 else 0 end
        + case when is_petitions_linked then 1 else 0 end
        + case when is_enterprise_side_linked then 1 else 0 end as linked_bodies,
        status_on,
        delivered_on,
        batch_id,
        file_row_number
    from mediation
    union all
    select
        period,
        'arbitration' as procedure,
        case_no,
        claim_no,
        employer_code,
        cause,
        workers,
        is_common_claim,
        applied_on,
        accepted_on,
        closed_on,
        coalesce(how_closed, 'OTHER') as how_closed,
        winner,
        coalesce(is_extended, false) as is_extended,
        0 as linked_bodies,
        status_on,
        delivered_on,
        batch_id,
        file_row_number
    from arbitration
),

-- What a month says of a case stands in each of its rows; the first claim gives the main cause.
ranked_rows as (
    select
        period,
        procedure,
        case_no,
        employer_code,
        cause,
        workers,
        is_common_claim,
        applied_on,
        accepted_on,
        closed_on,
        how_closed,
        winner,
        is_extended,
        linked_bodies,
        row_number() over (
            partition by procedure, case_no, period
            order by
                delivered_on desc nulls last,
                status_on desc nulls last,
                claim_no asc nulls last,
                file_row_number asc nulls last,
                batch_id asc nulls last
        ) as choice
    from rows_of_cases
),

states as (
    select
        ranked_rows.period,
        ranked_rows.procedure,
        ranked_rows.case_no,
        ranked_rows.employer_code,
        ranked_rows.cause,
        ranked_rows.workers,
        ranked_rows.is_common_claim,
        ranked_rows.applied_on,
        ranked_rows.accepted_on,
        ranked_rows.closed_on,
        ranked_rows.how_closed,
        ranked_rows.winner,
        ranked_rows.is_extended,
        ranked_rows.linked_bodies,
        ranked_rows.period < month.period as is_earlier,
        row_number() over (
            partition by ranked_rows.procedure, ranked_rows.case_no
            order by ranked_rows.period desc nulls last
        ) as recency,
        row_number() over (
            partition by ranked_rows.procedure, ranked_rows.case_no,
                ranked_rows.period < month.period
            order by ranked_rows.period desc nulls last
        ) as recency_on_its_side
    from ranked_rows
    cross join month
    where ranked_rows.choice = 1
),

histories as (
    select
        procedure,
        case_no,
        min(period) as first_period,
        bool_or(is_earlier) as is_known_before,
        bool_or(is_earlier and recency_on_its_side = 1 and closed_on is null) as is_pending_at_start
    from states
    group by
        procedure,
        case_no
)

select
    month.period,
    states.procedure,
    states.case_no,
    coalesce(successions.employer_id, states.employer_code) as employer_id,
    coalesce(states.cause, 'UNKNOWN') as cause,
    states.workers,
    coalesce(states.is_common_claim and states.workers >= rules.value, false) as is_collective,
    states.applied_on,
    states.accepted_on,
    states.closed_on,
    case when states.closed_on is not null then states.how_closed end as how_closed,
    case when states.closed_on is not null then states.winner end as winner,
    states.is_extended,
    cast(states.linked_bodies as bigint) as linked_bodies,
    histories.first_period,
    not histories.is_known_before as is_newly_reported,
    histories.is_pending_at_start,
    states.closed_on is not null
    and (histories.is_pending_at_start or not histories.is_known_before) as is_closed_now
from states
cross join month
inner join histories
    on states.procedure = histories.procedure
    and states.case_no = histories.case_no
left join rules
    on rules.rule = 'collective_dispute_workers'
    and states.accepted_on >= rules.valid_from
    and (rules.valid_to is null or states.accepted_on < rules.valid_to)
left join successions on states.employer_code = successions.old_code
where states.recency = 1
