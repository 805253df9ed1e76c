create or replace view solutions as
select
    null::varchar as trial_id,
    null::varchar as field,
    null::double as x,
    null::double as t,
    null::double as v,
    null::double as value,
    null::double as truth,
    null::double as baseline
where false
