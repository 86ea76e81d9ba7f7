-- One row per person, kind and start of a spell of insurance or hardship, stated by the month.
with

month as (
    select * from run.period
),

services as (
    select * from core.services
),

stated as (
    select
        'insurance' as spell_kind,
        person_key,
        insured_from as spell_from,
        insured_to as spell_to,
        employer_id,
        district_code,
        unit_code,
        street_code,
        industry,
        sex,
        hukou,
        form,
        delivered_on,
        reported_on,
        delivery_id
    from services
    where insured_from is not null
    union all
    select
        'hardship' as spell_kind,
        person_key,
        hardship_from as spell_from,
        hardship_to as spell_to,
        employer_id,
        district_code,
        unit_code,
        street_code,
        industry,
        sex,
        hukou,
        form,
        delivered_on,
        reported_on,
        delivery_id
    from services
    where hardship_from is not null
),

-- A later service may state the end of a spell that had none, or another one.
ranked as (
    select
        spell_kind,
        person_key,
        spell_from,
        spell_to,
        employer_id,
        district_code,
        unit_code,
        street_code,
        industry,
        sex,
        hukou,
        form,
        row_number() over (
            partition by spell_kind, person_key, spell_from
            order by
                delivered_on desc nulls last,
                reported_on desc nulls last,
                delivery_id desc nulls last
        ) as recency
    from stated
)

select
    month.period,
    ranked.person_key,
    ranked.spell_kind,
    ranked.spell_from,
    ranked.spell_to,
    ranked.employer_id,
    ranked.district_code,
    ranked.unit_code,
    ranked.street_code,
    ranked.industry,
    ranked.sex,
    ranked.hukou,
    ranked.form
from ranked
cross join month
where ranked.recency = 1
