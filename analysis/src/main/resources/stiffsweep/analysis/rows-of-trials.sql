-- The rows of finished trials, those of each trial from one file: that of the same name as the file of its row in
-- trials, else the one whose name is last. Rows of trials that are not in trials are leftovers of a killed run.
create or replace view {view} as
with
    all_rows as (
        select *, parse_filename(filename) as source
        from read_parquet({files}, union_by_name = true, filename = true)
    ),
    finished as (
        select trial_id, parse_filename(filename) as source
        from read_parquet({trial_files}, union_by_name = true, filename = true)
        qualify row_number() over (partition by trial_id order by {counting_first}) = 1
    ),
    chosen as (
        select
            trial_id,
            coalesce(max(pairs.source) filter (pairs.source = finished.source), max(pairs.source)) as source
        from (select distinct trial_id, source from all_rows) as pairs
        join finished using (trial_id)
        group by trial_id
    )
select all_rows.* exclude (filename, source)
from all_rows
join chosen using (trial_id, source)
