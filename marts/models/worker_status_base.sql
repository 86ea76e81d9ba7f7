-- One row per employer: its workers and members of priority groups, and members recorded in full.
with

month as (
    select * from run.period
),

employer_months as (
    select * from core.employer_months
),

memberships as (
    select * from core.memberships
),

-- Who has a rural registration is a rural migrant worker wherever the work is not farming.
members as (
    select
        coalesce(memberships.employer_id, 'none') as employer_id,
        cast(
            sum(
                case when memberships.hukou in ('local_rural', 'outside_rural') then 1 else 0 end
            ) as bigint
        ) as members_rural,
        cast(sum(case when memberships.employment_form = '05' then 1 else 0 end) as bigint)
            as members_dispatched,
        cast(sum(case when memberships.is_platform then 1 else 0 end) as bigint)
            as members_platform,
        cast(
            sum(
                case
                    when memberships.sex in ('1', '2')
                        and memberships.birth_year is not null
                        and memberships.hukou is not null
                        and memberships.education is not null
                        and memberships.employment_form is not null
                        and memberships.employer_id is not null
                        and memberships.union_id is not null
                        and memberships.joined_on is not null
                        and not memberships.is_platform
                        and memberships.delivered_on
                            > cast(month.period_end - interval 12 month as date)
                        then 1
                    else 0
                end
            ) as bigint
        ) as members_complete
    from memberships
    cross join month
    where not memberships.is_retained
    group by coalesce(memberships.employer_id, 'none')
),

staffed as (
    select employer_id
    from employer_months
    where is_in_scope
    union
    select employer_id
    from members
)

-- Members whose roster names no employer stand under "none", behind whom nobody single stands.
select
    month.period,
    staffed.employer_id,
    coalesce(employer_months.district_code, 'unallocated') as district_code,
    coalesce(employer_months.unit_code, 'unallocated') as unit_code,
    coalesce(employer_months.street_code, 'unallocated') as street_code,
    coalesce(employer_months.industry_section, 'unknown') as industry,
    coalesce(employer_months.ownership_group, 'unknown') as ownership,
    coalesce(employer_months.size_class, 'none') as size_class,
    case when employer_months.is_in_scope then employer_months.headcount else 0 end as workers,
    case
        when employer_months.is_in_scope
            then employer_months.hukou_local_rural + employer_months.hukou_outside_rural
        else 0
    end as workers_rural,
    case when employer_months.is_in_scope then employer_months.form_dispatch else 0 end
        as workers_dispatched,
    coalesce(members.members_rural, 0) as members_rural,
    coalesce(members.members_dispatched, 0) as members_dispatched,
    coalesce(members.members_platform, 0) as members_platform,
    coalesce(members.members_complete, 0) as members_complete
from staffed
cross join month
left join employer_months on staffed.employer_id = employer_months.employer_id
left join members on staffed.employer_id = members.employer_id
