-- Eigenvalues are exact power laws: 8 C^1.75 plain, 4 C^0.6 Jacobian, 6 C^1.2 matched, times 10^(0.1 (replicate - 2)).
-- Plain fails from C = 127 on, and two of its replicates diverge at the highest C.
with
    problems as (select unnest(['linear-decay', 'forced-relaxation']) as problem),
    stiffnesses as (select power(10, range * 4 / 7.0) as stiffness from range(8)),
    methods as (
        select *
        from (values ('plain', null), ('jacobian', null), ('plain', 'stiffness-matched')) as m(weighting, rule)
    ),
    replicates as (select range as replicate from range(5)),
    settings as (
        select
            *,
            case when rule is not null then 'matched' else weighting end as method,
            weighting = 'plain' and rule is null and stiffness > 9000 and replicate < 2 as diverges,
            0.1 * (replicate - 2) as shift
        from problems, stiffnesses, methods, replicates
    )
select
    md5(concat_ws('/', problem, stiffness, method, replicate))[1:16] as trial_id,
    'synthetic' as sweep,
    problem,
    stiffness,
    weighting,
    1.0::double as weight_equation,
    null::varchar as weight_equation_rule,
    case when rule is null then 1.0 else 1 + stiffness * stiffness end::double as weight_initial,
    rule as weight_initial_rule,
    'adamw' as optimizer,
    'float32' as precision,
    20000::bigint as epochs_planned,
    0.001::double as learning_rate,
    replicate::bigint as replicate,
    (1000 + replicate)::bigint as seed,
    case when diverges then 'DIVERGED' else 'COMPLETED' end as outcome,
    case when diverges then 'the loss became NaN at epoch 812; a lower learning rate may help' else '' end as failure,
    case when diverges then 812 else 20000 end::bigint as epochs,
    case when diverges then 'nan'::double else 1e-6 * power(10, shift) end as loss_total,
    case
        when diverges then 'nan'::double
        when method = 'plain' and stiffness > 127 then 0.5 - 0.02 * log10(stiffness) + 0.01 * shift
        else 1e-8 * power(stiffness, if(method = 'jacobian', 0.5, 1.1)) * power(10, 3 * shift)
    end as error_mse,
    case
        when diverges then 'nan'::double
        when method = 'plain' then 8 * power(stiffness, 1.75) * power(10, shift)
        when method = 'jacobian' then 4 * power(stiffness, 0.6) * power(10, shift)
        else 6 * power(stiffness, 1.2) * power(10, shift)
    end as hessian_lambda_max,
    true as hessian_converged,
    1.5::double as train_seconds,
    1::bigint as schema_version,
    '0123456789abcdef' as config_hash,
    'abc1234' as code_version,
    'cpu' as device,
    'worker-1' as host,
    timestamptz '2026-11-21 10:00:00+00' as started_at
from settings
