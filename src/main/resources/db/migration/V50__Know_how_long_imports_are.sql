-- Null for imports from before: nobody counted the rows of their files.
alter table imports add column rows_total bigint;
create index imports_by_start on imports (started_at, id);
