-- One row per employer and payroll month that is past due and not paid in full at the month's end.
with

month as (
    select * from run.period
),

rules as (
    select * from codes.rules
),

successions as (
    select * from core.employer_successions
),

liabilities as (
    select * from core.fund_liabilities
),

receipts as (
    select * from core.receipts
),

rules_of_day as (
    select
        max(case when rules.rule = 'fund_arrears_days' then rules.value end) as arrears_days,
        max(case when rules.rule = 'fund_late_fee_permille' then rules.value end)
            as late_fee_permille
    from rules
    cross join month
    where rules.valid_from <= month.period_end
        and (rules.valid_to is null or rules.valid_to > month.period_end)
),

-- Debts go with the employer: what the old code owed, the newest one owes.
owed as (
    select
        coalesce(successions.employer_id, liabilities.employer_id) as employer_id,
        liabilities.period as payroll_month,
        max(liabilities.due_on) as due_on,
        cast(sum(liabilities.due_fen) as bigint) as due_fen
    from liabilities
    cross join month
    left join successions on liabilities.employer_id = successions.old_code
    where liabilities.due_fen > 0
        and liabilities.due_on < month.period_end
    group by
        coalesce(successions.employer_id, liabilities.employer_id),
        liabilities.period
),

-- Only union funds proper that came in by the last day of the month.
received as (
    select
        coalesce(successions.employer_id, receipts.employer_id) as employer_id,
        receipts.period as payroll_month,
        cast(sum(receipts.amount_fen) as bigint) as received_fen
    from receipts
    cross join month
    left join successions on receipts.employer_id = successions.old_code
    where receipts.kind = '1'
        and receipts.credited_on <= month.period_end
    group by
        coalesce(successions.employer_id, receipts.employer_id),
        receipts.period
),

outstanding as (
    select
        owed.employer_id,
        owed.payroll_month,
        owed.due_on,
        owed.due_fen,
        coalesce(received.received_fen, 0) as received_fen,
        owed.due_fen - coalesce(received.received_fen, 0) as outstanding_fen
    from owed
    left join received
        on owed.employer_id = received.employer_id
        and owed.payroll_month = received.payroll_month
    where owed.due_fen > coalesce(received.received_fen, 0)
),

days as (
    select due_on as day from outstanding
    union
    select period_end as day from month
),

-- Days are counted from 1 March of the year 0, so that leap days come last in their year.
day_parts as (
    select
        day,
        extract(year from day) - case when extract(month from day) < 3 then 1 else 0 end as years,
        (extract(month from day) + 9) % 12 as months,
        extract(day from day) as day_of_month
    from days
),

numbered_days as (
    select
        day,
        cast(
            years * 365
            + (years - years % 4) / 4
            - (years - years % 100) / 100
            + (years - years % 400) / 400
            + (months * 153 + 2 - (months * 153 + 2) % 5) / 5
            + day_of_month
            as bigint
        ) as day_number
    from day_parts
),

late as (
    select
        outstanding.employer_id,
        outstanding.payroll_month,
        outstanding.due_on,
        outstanding.due_fen,
        outstanding.received_fen,
        outstanding.outstanding_fen,
        today.day_number - due_days.day_number as days_late
    from outstanding
    cross join month
    inner join numbered_days as due_days on outstanding.due_on = due_days.day
    inner join numbered_days as today on month.period_end = today.day
),

charged as (
    select
        late.employer_id,
        late.payroll_month,
        late.due_on,
        late.due_fen,
        late.received_fen,
        late.outstanding_fen,
        late.days_late,
        late.days_late > rules_of_day.arrears_days as is_in_arrears,
        late.outstanding_fen * late.days_late * rules_of_day.late_fee_permille + 500
            as fee_times_1000
    from late
    cross join rules_of_day
)

-- The fee runs from the day after the due day; half a fen rounds up.
select
    month.period,
    charged.employer_id,
    charged.payroll_month,
    charged.due_on,
    charged.due_fen,
    charged.received_fen,
    charged.outstanding_fen,
    charged.days_late,
    charged.is_in_arrears,
    cast((charged.fee_times_1000 - charged.fee_times_1000 % 1000) / 1000 as bigint)
        as late_fee_fen
from charged
cross join month
