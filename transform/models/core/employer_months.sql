-- One row per employer: its workers, size and standing on the last day of the month.
with

month as (
    select * from run.period
),

size_rules as (
    select * from codes.size_rules
),

employers as (
    select * from core.employers
),

headcounts as (
    select * from core.headcounts
),

coverage as (
    select * from core.union_coverage
),

-- A headcount is carried only while its employer is active: the closed owe and employ nobody.
staffed as (
    select
        employers.employer_id,
        headcounts.employer_id is not null as has_headcount,
        coalesce(headcounts.headcount, 0) as headcount,
        coalesce(headcounts.women, 0) as women,
        coalesce(headcounts.hukou_local_urban, 0) as hukou_local_urban,
        coalesce(headcounts.hukou_local_rural, 0) as hukou_local_rural,
        coalesce(headcounts.hukou_outside_urban, 0) as hukou_outside_urban,
        coalesce(headcounts.hukou_outside_rural, 0) as hukou_outside_rural,
        coalesce(headcounts.form_fixed_term, 0) as form_fixed_term,
        coalesce(headcounts.form_open_ended, 0) as form_open_ended,
        coalesce(headcounts.form_task, 0) as form_task,
        coalesce(headcounts.form_part_time, 0) as form_part_time,
        coalesce(headcounts.form_dispatch, 0) as form_dispatch,
        coalesce(headcounts.form_establishment, 0) as form_establishment,
        coalesce(headcounts.form_civil_servant, 0) as form_civil_servant,
        coalesce(headcounts.dispatched_in, 0) as dispatched_in,
        coalesce(headcounts.payroll_fen, 0) as payroll_fen,
        coalesce(headcounts.carried_months, 0) as carried_months
    from employers
    left join headcounts
        on employers.employer_id = headcounts.employer_id
        and (headcounts.carried_months = 0 or employers.is_active)
),

-- The rule of each industry code in use: that of its group (701) before that of its division (70).
industry_codes as (
    select distinct industry_code
    from employers
    where length(industry_code) >= 3
),

matching_rules as (
    select
        industry_codes.industry_code,
        size_rules.large_staff,
        size_rules.large_revenue_wan,
        size_rules.large_assets_wan,
        size_rules.medium_staff,
        size_rules.medium_revenue_wan,
        size_rules.medium_assets_wan,
        size_rules.small_staff,
        size_rules.small_revenue_wan,
        size_rules.small_assets_wan,
        row_number() over (
            partition by industry_codes.industry_code
            order by
                length(size_rules.division_from) desc nulls last,
                size_rules.division_from asc nulls last
        ) as choice
    from industry_codes
    inner join size_rules
        on substr(industry_codes.industry_code, 2, length(size_rules.division_from))
            between size_rules.division_from and size_rules.division_to
        and length(industry_codes.industry_code) > length(size_rules.division_from)
),

-- Thresholds as the employer meets them, revenue and assets from 万元 to fen. What a rule does not
-- ask for is met by 0 of 0.
measured as (
    select
        employers.employer_id,
        case
            when matching_rules.small_staff is null then 0
            when staffed.has_headcount then staffed.headcount
        end as staff,
        case
            when matching_rules.small_revenue_wan is null then 0
            else employers.revenue_fen
        end as revenue_fen,
        case
            when matching_rules.small_assets_wan is null then 0
            else employers.assets_fen
        end as assets_fen,
        coalesce(matching_rules.large_staff, 0) as large_staff,
        coalesce(matching_rules.large_revenue_wan, 0) * 1000000 as large_revenue_fen,
        coalesce(matching_rules.large_assets_wan, 0) * 1000000 as large_assets_fen,
        coalesce(matching_rules.medium_staff, 0) as medium_staff,
        coalesce(matching_rules.medium_revenue_wan, 0) * 1000000 as medium_revenue_fen,
        coalesce(matching_rules.medium_assets_wan, 0) * 1000000 as medium_assets_fen,
        coalesce(matching_rules.small_staff, 0) as small_staff,
        coalesce(matching_rules.small_revenue_wan, 0) * 1000000 as small_revenue_fen,
        coalesce(matching_rules.small_assets_wan, 0) * 1000000 as small_assets_fen
    from employers
    inner join matching_rules
        on employers.industry_code = matching_rules.industry_code
        and matching_rules.choice = 1
    inner join staffed on employers.employer_id = staffed.employer_id
),

-- An employer is of the first class all of whose limits it reaches.
sized as (
    select
        employer_id,
        case
            when staff is null or revenue_fen is null or assets_fen is null
                then cast(null as string)
            when staff >= large_staff
                and revenue_fen >= large_revenue_fen
                and assets_fen >= large_assets_fen
                then 'large'
            when staff >= medium_staff
                and revenue_fen >= medium_revenue_fen
                and assets_fen >= medium_assets_fen
                then 'medium'
            when staff >= small_staff
                and revenue_fen >= small_revenue_fen
                and assets_fen >= small_assets_fen
                then 'small'
            else 'micro'
        end as size_stat
    from measured
),

unionised as (
    select distinct employer_id
    from coverage
    where is_unionising
)

select
    month.period,
    employers.employer_id,
    employers.employer_name,
    employers.source,
    employers.unit_type,
    employers.is_enterprise,
    employers.street_code,
    employers.district_code,
    employers.unit_code,
    employers.industry_section,
    employers.industry_code,
    employers.ownership_group,
    employers.ownership_group in ('PRIVATE', 'HMT', 'FOREIGN', 'SOLE') as is_nonpublic,
    employers.opened_on,
    employers.is_active,
    staffed.has_headcount,
    staffed.headcount,
    staffed.women,
    staffed.hukou_local_urban,
    staffed.hukou_local_rural,
    staffed.hukou_outside_urban,
    staffed.hukou_outside_rural,
    staffed.form_fixed_term,
    staffed.form_open_ended,
    staffed.form_task,
    staffed.form_part_time,
    staffed.form_dispatch,
    staffed.form_establishment,
    staffed.form_civil_servant,
    staffed.dispatched_in,
    staffed.payroll_fen,
    staffed.carried_months,
    case
        when staffed.headcount < 1 then 'none'
        when staffed.headcount < 10 then '1-9'
        when staffed.headcount < 25 then '10-24'
        when staffed.headcount < 100 then '25-99'
        when staffed.headcount < 300 then '100-299'
        when staffed.headcount < 1000 then '300-999'
        else '1000+'
    end as size_class,
    sized.size_stat,
    employers.is_enterprise and coalesce(sized.size_stat in ('small', 'micro'), false)
        as is_small_micro,
    employers.is_active and staffed.headcount >= 1 as is_in_scope,
    unionised.employer_id is not null as is_unionised
from employers
cross join month
inner join staffed on employers.employer_id = staffed.employer_id
left join sized on employers.employer_id = sized.employer_id
left join unionised on employers.employer_id = unionised.employer_id
