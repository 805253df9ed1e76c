-- The columns that stand between two others in each file.
with
    columns as (select file_name, name, column_id from parquet_schema({files})),
    ends as (
        select
            file_name,
            max(column_id) filter (name = ?) as before,
            max(column_id) filter (name = ?) as after
        from columns
        group by file_name
    )
select distinct name
from columns
join ends using (file_name)
where column_id > before and column_id < after
