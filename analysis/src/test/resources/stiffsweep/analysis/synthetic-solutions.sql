with points as (
    select trial_id, 3.0590232e-7 * exp(range * 15 / 99.0) as x, stiffness, error_mse from ({trials}), range(100)
)
select
    trial_id,
    'y' as field,
    x,
    null::double as t,
    null::double as v,
    exp(-stiffness * x) * (1 - sqrt(error_mse)) as value,
    exp(-stiffness * x) as truth,
    null::double as baseline
from points
