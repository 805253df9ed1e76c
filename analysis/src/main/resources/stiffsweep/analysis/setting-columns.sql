-- The columns that hold settings: in each file they stand between the sweep's name and the replicate.
with
    columns as (select file_name, name, column_id from parquet_schema({files})),
    ends as (
        select
            file_name,
            max(column_id) filter (name = 'sweep') as before,
            max(column_id) filter (name = 'replicate') as after
        from columns
        group by file_name
    )
select distinct name
from columns
join ends using (file_name)
where column_id > before and column_id < after
