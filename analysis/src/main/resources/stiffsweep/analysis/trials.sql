-- One row for each trial. A trial can stand in two files for a while, as when small files are merged into a larger one,
-- or when it was run again: the row that was started last counts, and of equals the one whose file's name is last.
create or replace view trials as
select * exclude (filename)
from read_parquet({files}, union_by_name = true, filename = true)
qualify row_number() over (partition by trial_id order by started_at desc, parse_filename(filename) desc) = 1
