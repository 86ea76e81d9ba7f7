-- One row per employer of the last twelve months: the stocks that its mean workers are made of.
with

month as (
    select * from run.period
),

successions as (
    select * from core.employer_successions
),

employer_months as (
    select * from core.employer_months
),

-- Months count from the one that is built, which is 0.
known as (
    select
        coalesce(successions.employer_id, employer_months.employer_id) as employer_id,
        (cast(substr(month.period, 1, 4) as bigint) * 12
            + cast(substr(month.period, 6, 2) as bigint))
        - (cast(substr(employer_months.period, 1, 4) as bigint) * 12
            + cast(substr(employer_months.period, 6, 2) as bigint)) as months_ago,
        employer_months.district_code,
        employer_months.unit_code,
        employer_months.street_code,
        employer_months.industry_section,
        employer_months.ownership_group,
        employer_months.size_class,
        employer_months.is_in_scope,
        employer_months.headcount,
        employer_months.women,
        employer_months.hukou_local_urban,
        employer_months.hukou_local_rural,
        employer_months.hukou_outside_urban,
        employer_months.hukou_outside_rural,
        employer_months.form_fixed_term,
        employer_months.form_open_ended,
        employer_months.form_task,
        employer_months.form_part_time,
        employer_months.form_dispatch,
        employer_months.form_establishment,
        employer_months.form_civil_servant
    from employer_months
    cross join month
    left join successions on employer_months.employer_id = successions.old_code
),

first_known as (
    select max(months_ago) as months_ago
    from known
),

-- A month end closes its month and opens the next. Before the first month that is known nothing is:
-- that month opens as it closes.
counted as (
    select
        known.employer_id,
        known.headcount,
        known.women,
        known.hukou_local_urban,
        known.hukou_local_rural,
        known.hukou_outside_urban,
        known.hukou_outside_rural,
        known.form_fixed_term,
        known.form_open_ended,
        known.form_task,
        known.form_part_time,
        known.form_dispatch,
        known.form_establishment,
        known.form_civil_servant,
        case when known.months_ago < 12 then 1 else 0 end
        + case when known.months_ago > 0 then 1 else 0 end
        + case
            when known.months_ago < 12 and known.months_ago = first_known.months_ago then 1
            else 0
        end as times
    from known
    cross join first_known
    where known.is_in_scope
),

stocks as (
    select
        employer_id,
        cast(sum(times * headcount) as bigint) as workers,
        cast(sum(times * women) as bigint) as women,
        cast(sum(times * hukou_local_urban) as bigint) as hukou_local_urban,
        cast(sum(times * hukou_local_rural) as bigint) as hukou_local_rural,
        cast(sum(times * hukou_outside_urban) as bigint) as hukou_outside_urban,
        cast(sum(times * hukou_outside_rural) as bigint) as hukou_outside_rural,
        cast(sum(times * form_fixed_term) as bigint) as form_fixed_term,
        cast(sum(times * form_open_ended) as bigint) as form_open_ended,
        cast(sum(times * form_task) as bigint) as form_task,
        cast(sum(times * form_part_time) as bigint) as form_part_time,
        cast(sum(times * form_dispatch) as bigint) as form_dispatch,
        cast(sum(times * form_establishment) as bigint) as form_establishment,
        cast(sum(times * form_civil_servant) as bigint) as form_civil_servant
    from counted
    group by employer_id
),

-- Most employers are there now; only of those that are gone the last month is looked for.
present_now as (
    select employer_id
    from known
    where months_ago = 0
),

ranked_gone as (
    select
        known.employer_id,
        known.months_ago,
        row_number() over (
            partition by known.employer_id
            order by
                known.months_ago asc nulls last,
                known.street_code asc nulls last,
                known.industry_section asc nulls last,
                known.ownership_group asc nulls last,
                known.size_class asc nulls last
        ) as choice,
        known.district_code,
        known.unit_code,
        known.street_code,
        known.industry_section,
        known.ownership_group,
        known.size_class
    from known
    left join present_now on known.employer_id = present_now.employer_id
    where present_now.employer_id is null
),

placed as (
    select
        employer_id,
        district_code,
        unit_code,
        street_code,
        industry_section,
        ownership_group,
        size_class
    from known
    where months_ago = 0
    union all
    select
        employer_id,
        district_code,
        unit_code,
        street_code,
        industry_section,
        ownership_group,
        size_class
    from ranked_gone
    where choice = 1
)

select
    month.period,
    placed.employer_id,
    placed.district_code,
    placed.unit_code,
    placed.street_code,
    placed.industry_section,
    placed.ownership_group,
    placed.size_class,
    coalesce(stocks.workers, 0) as worker_stocks,
    coalesce(stocks.women, 0) as women_stocks,
    coalesce(stocks.hukou_local_urban, 0) as hukou_local_urban_stocks,
    coalesce(stocks.hukou_local_rural, 0) as hukou_local_rural_stocks,
    coalesce(stocks.hukou_outside_urban, 0) as hukou_outside_urban_stocks,
    coalesce(stocks.hukou_outside_rural, 0) as hukou_outside_rural_stocks,
    coalesce(stocks.form_fixed_term, 0) as form_fixed_term_stocks,
    coalesce(stocks.form_open_ended, 0) as form_open_ended_stocks,
    coalesce(stocks.form_task, 0) as form_task_stocks,
    coalesce(stocks.form_part_time, 0) as form_part_time_stocks,
    coalesce(stocks.form_dispatch, 0) as form_dispatch_stocks,
    coalesce(stocks.form_establishment, 0) as form_establishment_stocks,
    coalesce(stocks.form_civil_servant, 0) as form_civil_servant_stocks
from placed
cross join month
left join stocks on placed.employer_id = stocks.employer_id
