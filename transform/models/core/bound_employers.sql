-- One row per active employer and agreement in force that binds it on the last day of the month.
with

month as (
    select * from run.period
),

successions as (
    select * from core.employer_successions
),

employers as (
    select * from core.employer_months
),

agreements as (
    select * from core.agreements
),

scope as (
    select * from staging.agreement_scope
),

bindable as (
    select
        employer_id,
        district_code,
        street_code,
        industry_section,
        industry_code,
        ownership_group,
        size_stat
    from employers
    where is_active
),

in_force as (
    select
        agreement_id,
        level,
        covers_wage,
        employer_code
    from agreements
    where is_in_force
),

-- The lines of scope that are valid on the day, not those of the day of signing.
valid_scope as (
    select
        scope.agreement_id,
        scope.scope_form,
        scope.employer_code,
        case when scope.area_code <> '110000' then scope.area_code end as area_code,
        scope.industry_code,
        scope.size_class,
        scope.ownership_group
    from scope
    cross join month
    inner join in_force on scope.agreement_id = in_force.agreement_id
    where scope.valid_from <= month.period_end
        and (scope.valid_to is null or scope.valid_to > month.period_end)
),

-- By name: the employer that signed, and employers on the list, also under an older code.
named as (
    select
        agreement_id,
        employer_code
    from in_force
    where level = 'enterprise'
        and employer_code is not null
    union all
    select
        agreement_id,
        employer_code
    from valid_scope
    where scope_form = '1'
        and employer_code is not null
),

named_employers as (
    select
        named.agreement_id,
        bindable.employer_id
    from named
    left join successions on named.employer_code = successions.old_code
    inner join bindable
        on coalesce(successions.employer_id, named.employer_code) = bindable.employer_id
),

-- By rule: each rule meets only the employers of its narrowest attribute, then the others are
-- tested. One join for all rules would compare every employer with every rule.
rules as (
    select
        agreement_id,
        area_code,
        industry_code,
        size_class,
        ownership_group,
        case
            when length(area_code) = 9 then 'street'
            when area_code is not null then 'district'
            when industry_code is not null then 'industry'
            when ownership_group is not null then 'ownership'
            when size_class is not null then 'size'
            else 'city'
        end as narrowest
    from valid_scope
    where scope_form = '2'
),

candidates as (
    select
        rules.agreement_id,
        rules.industry_code as wanted_industry,
        rules.size_class as wanted_size,
        rules.ownership_group as wanted_ownership,
        bindable.employer_id,
        bindable.industry_code,
        bindable.size_stat,
        bindable.ownership_group
    from rules
    inner join bindable on rules.area_code = bindable.street_code
    where rules.narrowest = 'street'
    union all
    select
        rules.agreement_id,
        rules.industry_code as wanted_industry,
        rules.size_class as wanted_size,
        rules.ownership_group as wanted_ownership,
        bindable.employer_id,
        bindable.industry_code,
        bindable.size_stat,
        bindable.ownership_group
    from rules
    inner join bindable on rules.area_code = bindable.district_code
    where rules.narrowest = 'district'
    union all
    select
        rules.agreement_id,
        rules.industry_code as wanted_industry,
        rules.size_class as wanted_size,
        rules.ownership_group as wanted_ownership,
        bindable.employer_id,
        bindable.industry_code,
        bindable.size_stat,
        bindable.ownership_group
    from rules
    inner join bindable on substr(rules.industry_code, 1, 1) = bindable.industry_section
    where rules.narrowest = 'industry'
    union all
    select
        rules.agreement_id,
        rules.industry_code as wanted_industry,
        rules.size_class as wanted_size,
        rules.ownership_group as wanted_ownership,
        bindable.employer_id,
        bindable.industry_code,
        bindable.size_stat,
        bindable.ownership_group
    from rules
    inner join bindable on rules.ownership_group = bindable.ownership_group
    where rules.narrowest = 'ownership'
    union all
    select
        rules.agreement_id,
        rules.industry_code as wanted_industry,
        rules.size_class as wanted_size,
        rules.ownership_group as wanted_ownership,
        bindable.employer_id,
        bindable.industry_code,
        bindable.size_stat,
        bindable.ownership_group
    from rules
    inner join bindable on rules.size_class = bindable.size_stat
    where rules.narrowest = 'size'
    union all
    -- A rule for the whole city and nothing else does bind everybody.
    select
        rules.agreement_id,
        rules.industry_code as wanted_industry,
        rules.size_class as wanted_size,
        rules.ownership_group as wanted_ownership,
        bindable.employer_id,
        bindable.industry_code,
        bindable.size_stat,
        bindable.ownership_group
    from rules
    cross join bindable
    where rules.narrowest = 'city'
),

ruled_employers as (
    select
        agreement_id,
        employer_id
    from candidates
    where (
        wanted_industry is null
        or substr(industry_code, 1, length(wanted_industry)) = wanted_industry
    )
        and (wanted_size is null or size_stat = wanted_size)
        and (wanted_ownership is null or ownership_group = wanted_ownership)
),

bindings as (
    select
        agreement_id,
        employer_id,
        1 as by_name,
        0 as by_rule
    from named_employers
    union all
    select
        agreement_id,
        employer_id,
        0 as by_name,
        1 as by_rule
    from ruled_employers
),

-- Named and ruled at once is bound once.
bound as (
    select
        agreement_id,
        employer_id,
        max(by_name) = 1 as is_by_name,
        max(by_rule) = 1 as is_by_rule
    from bindings
    group by
        agreement_id,
        employer_id
)

select
    month.period,
    bound.employer_id,
    bound.agreement_id,
    in_force.level,
    in_force.covers_wage,
    bound.is_by_name,
    bound.is_by_rule
from bound
cross join month
inner join in_force on bound.agreement_id = in_force.agreement_id
