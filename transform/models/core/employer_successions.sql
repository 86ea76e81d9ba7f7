-- One row per old credit code: the code under which the same employer goes on.
with

month as (
    select * from run.period
),

register as (
    select * from staging.employers
),

-- An employer that splits leaves one successor, the latest, so that nobody is counted twice.
stated as (
    select
        register.predecessor_code as old_code,
        register.credit_code as new_code,
        register.succeeded_on,
        row_number() over (
            partition by register.predecessor_code
            order by
                register.succeeded_on desc nulls last,
                register.credit_code asc nulls last
        ) as choice
    from register
    cross join month
    where register.predecessor_code <> register.credit_code
        and register.succeeded_on <= month.period_end
),

hops as (
    select
        old_code,
        new_code,
        succeeded_on
    from stated
    where choice = 1
),

-- Four hops are more than any employer has been seen to make.
chains as (
    select
        first_hop.old_code,
        coalesce(
            fourth_hop.new_code,
            third_hop.new_code,
            second_hop.new_code,
            first_hop.new_code
        ) as employer_id,
        first_hop.succeeded_on
    from hops as first_hop
    left join hops as second_hop on first_hop.new_code = second_hop.old_code
    left join hops as third_hop on second_hop.new_code = third_hop.old_code
    left join hops as fourth_hop on third_hop.new_code = fourth_hop.old_code
)

-- Two codes that name each other succeed nobody.
select
    month.period,
    chains.old_code,
    chains.employer_id,
    chains.succeeded_on
from chains
cross join month
where chains.employer_id <> chains.old_code
