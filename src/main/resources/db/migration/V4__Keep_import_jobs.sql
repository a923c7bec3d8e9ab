-- Counts are written in the same transaction as the rows they count.
create table imports (
    id            text primary key,
    version       integer not null,
    kind          text not null,
    mapping       text not null,
    file          text not null,
    state         text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    rows_good     bigint not null,
    rows_bad      bigint not null,
    unchanged     bigint not null,
    rejects_total bigint not null,
    started_at    timestamp with time zone not null,
    progressed_at timestamp with time zone not null
);

create table import_rejects (
    import_id  text not null references imports,
    position   integer not null,
    file_line  bigint not null,
    field      text,
    cell       text,
    reason     text not null,
    primary key (import_id, position)
);
