-- One row for each trial, the one that counts.
create or replace view trials as
select * exclude (filename)
from read_parquet({trial_files}, union_by_name = true, filename = true)
qualify row_number() over (partition by trial_id order by {counting_first}) = 1
