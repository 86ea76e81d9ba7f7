-- One row per collective agreement: what the register said last, at most a month ago.
with

month as (
    select * from run.period
),

delivered as (
    select * from raw.agreements
),

-- An agreement that one register file leaves out stands for one month more; then it is gone.
newest as (
    select
        agreement_id,
        agreement_kind,
        agreement_level,
        has_wage_chapter,
        employer_code,
        area_code,
        industry_code,
        signed_on,
        term_start,
        term_end,
        is_auto_renewal,
        coalesce(stated_units, coverage_units) as stated_units,
        coalesce(stated_workers, coverage_workers) as stated_workers,
        wage_before_min_fen,
        wage_before_mean_fen,
        wage_after_min_fen,
        wage_after_mean_fen,
        agreed_floor_fen,
        effective_headcount,
        predecessor_id,
        updated_on,
        deliverer,
        received_on as delivered_on,
        batch_id,
        file_row_number,
        period as reported_period,
        row_number() over (
            partition by agreement_id
            order by
                period desc nulls last,
                received_on desc nulls last,
                file_sha256 desc nulls last,
                updated_on desc nulls last,
                file_row_number desc nulls last
        ) as recency
    from delivered
    where is_current
)

select
    month.period,
    newest.agreement_id,
    newest.agreement_kind,
    newest.agreement_level,
    newest.has_wage_chapter,
    newest.employer_code,
    newest.area_code,
    newest.industry_code,
    newest.signed_on,
    newest.term_start,
    newest.term_end,
    newest.is_auto_renewal,
    newest.stated_units,
    newest.stated_workers,
    newest.wage_before_min_fen,
    newest.wage_before_mean_fen,
    newest.wage_after_min_fen,
    newest.wage_after_mean_fen,
    newest.agreed_floor_fen,
    newest.effective_headcount,
    newest.predecessor_id,
    newest.updated_on,
    newest.reported_period,
    newest.reported_period < month.period as is_carried,
    newest.deliverer,
    newest.delivered_on,
    newest.batch_id,
    newest.file_row_number
from newest
cross join month
where newest.recency = 1
