-- One row per period, place and group: the released figures on union funds.
with

figures as (
    select
        indicator,
        period_type,
        period,
        as_of,
        place_scheme,
        place_level,
        place,
        breakdown,
        breakdown_value,
        numerator,
        denominator,
        value,
        case when protection = 'open' then status else protection end as shown_status
    from marts.figures
    where category = 'all' and indicator in (
        'fund_collection_rate'
    )
)

select
    period_type,
    period,
    as_of,
    place_scheme,
    place_level,
    place,
    breakdown,
    breakdown_value,
    max(case when indicator = 'fund_collection_rate' then denominator end) as due_fen,
    coalesce(max(case when indicator = 'fund_collection_rate' then shown_status end), 'not_stated')
        as due_fen_status,
    max(case when indicator = 'fund_collection_rate' then numerator end) as received_fen,
    coalesce(max(case when indicator = 'fund_collection_rate' then shown_status end), 'not_stated')
        as received_fen_status,
    max(case when indicator = 'fund_collection_rate' then value end) as fund_collection_rate,
    coalesce(max(case when indicator = 'fund_collection_rate' then shown_status end), 'not_stated')
        as fund_collection_rate_status
from figures
group by period_type, period, as_of, place_scheme,
    place_level, place, breakdown, breakdown_value
