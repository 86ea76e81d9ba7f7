-- One row per year: the published national numbers side by side.
with

month as (
    select * from run.period
),

series as (
    select * from staging.national_series
),

years as (
    select
        substr(year_end_month, 1, 4) as year,
        max(case when series = 'union_organisations' then amount end) as union_organisations,
        max(case when series = 'union_members' then amount end) as union_members,
        max(case when series = 'union_women_members' then amount end) as union_women_members,
        max(case when series = 'unionised_workers' then amount end) as unionised_workers,
        max(case when series = 'union_full_time_staff' then amount end) as union_full_time_staff,
        max(case when series = 'disputes_pending_at_start' then amount end)
            as disputes_pending_at_start,
        max(case when series = 'disputes_accepted' then amount end) as disputes_accepted,
        max(case when series = 'disputes_accepted_collective' then amount end)
            as disputes_accepted_collective,
        max(case when series = 'disputes_closed' then amount end) as disputes_closed,
        max(case when series = 'disputes_closed_by_award' then amount end)
            as disputes_closed_by_award,
        max(case when series = 'disputes_closed_by_mediation' then amount end)
            as disputes_closed_by_mediation,
        max(case when series = 'disputes_closed_otherwise' then amount end)
            as disputes_closed_otherwise,
        max(case when series = 'disputes_won_by_workers' then amount end)
            as disputes_won_by_workers,
        max(case when series = 'disputes_won_by_employers' then amount end)
            as disputes_won_by_employers,
        max(case when series = 'disputes_won_in_part' then amount end) as disputes_won_in_part
    from series
    group by substr(year_end_month, 1, 4)
)

select
    month.period,
    years.year,
    years.union_organisations,
    years.union_members,
    years.union_women_members,
    years.unionised_workers,
    years.union_full_time_staff,
    years.disputes_pending_at_start,
    years.disputes_accepted,
    years.disputes_accepted_collective,
    years.disputes_closed,
    years.disputes_closed_by_award,
    years.disputes_closed_by_mediation,
    years.disputes_closed_otherwise,
    years.disputes_won_by_workers,
    years.disputes_won_by_employers,
    years.disputes_won_in_part
from years
cross join month
