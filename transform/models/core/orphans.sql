-- One row per row of the month without its parent: a unit of no union, a scope of no agreement.
with

month as (
    select * from run.period
),

covered_units as (
    select * from staging.covered_units
),

unions as (
    select * from staging.unions
),

agreement_scope as (
    select * from staging.agreement_scope
),

agreements as (
    select * from staging.agreements
),

orphans as (
    select
        'covered_units' as feed,
        covered_units.union_id || ' ' || covered_units.employer_code as row_key,
        covered_units.period,
        covered_units.batch_id,
        covered_units.file_row_number
    from covered_units
    left join unions
        on covered_units.union_id = unions.union_id
        and covered_units.period = unions.period
    where not covered_units.is_carried
        and unions.union_id is null
    union all
    select
        'agreement_scope' as feed,
        agreement_scope.agreement_id || ' ' || cast(agreement_scope.scope_no as string) as row_key,
        agreement_scope.period,
        agreement_scope.batch_id,
        agreement_scope.file_row_number
    from agreement_scope
    left join agreements
        on agreement_scope.agreement_id = agreements.agreement_id
        and agreement_scope.period = agreements.period
    where not agreement_scope.is_carried
        and agreements.agreement_id is null
),

of_the_month as (
    select
        orphans.feed,
        orphans.row_key,
        orphans.batch_id,
        orphans.file_row_number
    from orphans
    inner join month on orphans.period = month.period
),

-- How many months before the same row had no parent.
earlier as (
    select
        orphans.feed,
        orphans.row_key,
        cast(substr(month.period, 1, 4) as bigint) * 12
        + cast(substr(month.period, 6, 2) as bigint)
        - cast(substr(orphans.period, 1, 4) as bigint) * 12
        - cast(substr(orphans.period, 6, 2) as bigint) as months_ago
    from orphans
    inner join month on orphans.period < month.period
),

ranked as (
    select
        feed,
        row_key,
        months_ago,
        row_number() over (partition by feed, row_key order by months_ago asc nulls last) as place
    from earlier
),

-- A month in which the parent was there, or the row was not, begins the count anew.
retries as (
    select
        feed,
        row_key,
        count(*) as retries
    from ranked
    where months_ago = place
    group by
        feed,
        row_key
)

select
    month.period,
    of_the_month.feed,
    of_the_month.batch_id,
    of_the_month.file_row_number,
    coalesce(retries.retries, 0) as retries
from of_the_month
cross join month
left join retries
    on of_the_month.feed = retries.feed
    and of_the_month.row_key = retries.row_key
