-- What files say of the roles of their columns.
select distinct decode(value)
from parquet_kv_metadata({files})
where key = encode(?)
