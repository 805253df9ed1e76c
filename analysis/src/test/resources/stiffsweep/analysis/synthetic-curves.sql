select
    trial_id,
    epoch::bigint as epoch,
    if(epoch > epochs, 'nan'::double, power(10, 0.1 * (replicate - 2)) * (1e-6 + exp(-epoch / 1500.0))) as loss_total,
    error_mse
from ({trials}), (select range * 200 as epoch from range(101))
