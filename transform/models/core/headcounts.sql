-- One row per employer: its newest headcount, under its newest credit code.
with

month as (
    select * from run.period
),

successions as (
    select * from core.employer_successions
),

reported as (
    select * from staging.headcount
),

-- An employer that changed its code may report under both in one month: never add the two.
ranked as (
    select
        coalesce(successions.employer_id, reported.employer_code) as employer_id,
        reported.employer_code,
        reported.headcount,
        reported.women,
        reported.hukou_local_urban,
        reported.hukou_local_rural,
        reported.hukou_outside_urban,
        reported.hukou_outside_rural,
        reported.form_fixed_term,
        reported.form_open_ended,
        reported.form_task,
        reported.form_part_time,
        reported.form_dispatch,
        reported.form_establishment,
        reported.form_civil_servant,
        reported.dispatched_in,
        reported.retired_rehired,
        reported.interns,
        reported.payroll_fen,
        reported.carried_months,
        reported.batch_id,
        reported.file_row_number,
        row_number() over (
            partition by coalesce(successions.employer_id, reported.employer_code)
            order by
                reported.carried_months asc nulls last,
                case when successions.employer_id is null then 0 else 1 end asc nulls last,
                reported.delivered_on desc nulls last,
                reported.employer_code asc nulls last
        ) as choice
    from reported
    left join successions on reported.employer_code = successions.old_code
)

-- A split by hukou or form that was left blank is 0: the rest stands under "unknown".
select
    month.period,
    ranked.employer_id,
    ranked.employer_code,
    coalesce(ranked.headcount, 0) as headcount,
    coalesce(ranked.women, 0) as women,
    coalesce(ranked.hukou_local_urban, 0) as hukou_local_urban,
    coalesce(ranked.hukou_local_rural, 0) as hukou_local_rural,
    coalesce(ranked.hukou_outside_urban, 0) as hukou_outside_urban,
    coalesce(ranked.hukou_outside_rural, 0) as hukou_outside_rural,
    coalesce(ranked.form_fixed_term, 0) as form_fixed_term,
    coalesce(ranked.form_open_ended, 0) as form_open_ended,
    coalesce(ranked.form_task, 0) as form_task,
    coalesce(ranked.form_part_time, 0) as form_part_time,
    coalesce(ranked.form_dispatch, 0) as form_dispatch,
    coalesce(ranked.form_establishment, 0) as form_establishment,
    coalesce(ranked.form_civil_servant, 0) as form_civil_servant,
    coalesce(ranked.dispatched_in, 0) as dispatched_in,
    coalesce(ranked.retired_rehired, 0) as retired_rehired,
    coalesce(ranked.interns, 0) as interns,
    coalesce(ranked.payroll_fen, 0) as payroll_fen,
    ranked.carried_months,
    ranked.batch_id,
    ranked.file_row_number
from ranked
cross join month
where ranked.choice = 1
