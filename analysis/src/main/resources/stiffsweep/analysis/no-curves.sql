create or replace view curves as
select
    null::varchar as trial_id,
    null::bigint as epoch,
    null::double as loss_total,
    null::double as error_mse
where false
