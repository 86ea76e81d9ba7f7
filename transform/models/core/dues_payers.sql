-- One row per person for whom dues of the month are paid, by whatever span of months.
with

month as (
    select * from run.period
),

dues as (
    select * from staging.dues
)

select distinct
    month.period,
    dues.person_key
from dues
cross join month
where dues.span_from <= month.period
    and dues.span_to >= month.period
    and dues.amount_fen > 0
