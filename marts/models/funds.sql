-- One row per period, place and group: the released figures on union funds and dues.
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
        category,
        numerator,
        denominator,
        value,
        case when protection = 'open' then status else protection end as shown_status
    from marts.figures
    where indicator in (
        'fund_collection_rate',
        'fund_arrears_rate',
        'fund_arrears_amount',
        'fund_late_fee',
        'fund_channel_share',
        'preparatory_fund_payers',
        'preparatory_fund_amount',
        'preparatory_fund_unionised',
        'member_dues_rate'
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
        as fund_collection_rate_status,
    max(case when indicator = 'fund_arrears_rate' then value end) as fund_arrears_rate,
    coalesce(max(case when indicator = 'fund_arrears_rate' then shown_status end), 'not_stated')
        as fund_arrears_rate_status,
    max(case when indicator = 'fund_arrears_amount' then numerator end) as arrears_fen,
    coalesce(max(case when indicator = 'fund_arrears_amount' then shown_status end), 'not_stated')
        as arrears_fen_status,
    max(case when indicator = 'fund_late_fee' then numerator end) as late_fee_fen,
    coalesce(max(case when indicator = 'fund_late_fee' then shown_status end), 'not_stated')
        as late_fee_fen_status,
    max(case when indicator = 'fund_channel_share' and category = 'tax' then value end)
        as tax_share,
    coalesce(
        max(case when indicator = 'fund_channel_share' and category = 'tax' then shown_status end),
        'not_stated'
    ) as tax_share_status,
    max(case when indicator = 'fund_channel_share' and category = 'fiscal' then value end)
        as fiscal_share,
    coalesce(
        max(
            case when indicator = 'fund_channel_share' and category = 'fiscal'
                then shown_status end
        ),
        'not_stated'
    ) as fiscal_share_status,
    max(case when indicator = 'fund_channel_share' and category = 'own' then value end)
        as own_share,
    coalesce(
        max(case when indicator = 'fund_channel_share' and category = 'own' then shown_status end),
        'not_stated'
    ) as own_share_status,
    max(case when indicator = 'fund_channel_share' and category = 'preparatory' then value end)
        as preparatory_share,
    coalesce(
        max(
            case when indicator = 'fund_channel_share' and category = 'preparatory'
                then shown_status end
        ),
        'not_stated'
    ) as preparatory_share_status,
    max(case when indicator = 'preparatory_fund_payers' then numerator end)
        as preparatory_fund_payers,
    coalesce(
        max(case when indicator = 'preparatory_fund_payers' then shown_status end), 'not_stated'
    ) as preparatory_fund_payers_status,
    max(case when indicator = 'preparatory_fund_amount' then numerator end) as preparatory_fund_fen,
    coalesce(
        max(case when indicator = 'preparatory_fund_amount' then shown_status end), 'not_stated'
    ) as preparatory_fund_fen_status,
    max(case when indicator = 'preparatory_fund_unionised' then value end)
        as preparatory_fund_unionised,
    coalesce(
        max(case when indicator = 'preparatory_fund_unionised' then shown_status end), 'not_stated'
    ) as preparatory_fund_unionised_status,
    max(case when indicator = 'member_dues_rate' then value end) as member_dues_rate,
    coalesce(max(case when indicator = 'member_dues_rate' then shown_status end), 'not_stated')
        as member_dues_rate_status
from figures
group by period_type, period, as_of, place_scheme,
    place_level, place, breakdown, breakdown_value
