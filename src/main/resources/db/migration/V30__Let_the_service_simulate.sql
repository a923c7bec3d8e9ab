-- Simulations that somebody ordered. Who works on one holds it until alive_until, and extends that while at work.
create table studies (
    id                text collate "C" primary key check (length(id) between 1 and 100),
    version           integer not null,
    number            bigint generated always as identity unique,
    state             text not null check (state in ('QUEUED', 'RUNNING', 'FINISHED', 'FAILED', 'CANCELLED')),
    request           text not null,
    baseline_version  char(64) not null,
    candidate_version char(64) not null,
    guard_version     char(64) not null,
    done              bigint not null check (done >= 0),
    total             bigint check (total >= done),
    done_before       bigint not null,
    rejected          bigint not null,
    attempts          integer not null,
    owner             uuid,
    alive_until       timestamptz,
    ordered_at        timestamptz not null,
    started_at        timestamptz,
    ended_at          timestamptz,
    error_code        text,
    error_detail      text,
    check ((state in ('FINISHED', 'FAILED', 'CANCELLED')) = (ended_at is not null)),
    check ((state = 'RUNNING') = (owner is not null))
);
create index studies_to_work_on on studies (number) where state in ('QUEUED', 'RUNNING');

-- What belongs to one as a whole: its strategies, its orders, its result. Compressed.
create table study_documents (
    study text collate "C" not null references studies on delete cascade,
    kind  text not null,
    body  bytea not null,
    primary key (study, kind)
);

-- Files as they were sent, in pieces, until the portfolio is laid down.
create table study_uploads (
    study text collate "C" not null references studies on delete cascade,
    name  text not null,
    piece integer not null,
    body  bytea not null,
    primary key (study, name, piece)
);

-- Customers that are still to be played. A part that is finished moves from here to the next two tables, at once.
create table study_work (
    study     text collate "C" not null references studies on delete cascade,
    part      integer not null,
    customers integer not null check (customers > 0),
    invoices  bigint not null,
    accounts  bytea not null,
    primary key (study, part)
);

create table study_parts (
    study   text collate "C" not null references studies on delete cascade,
    part    integer not null,
    tallies bytea not null,
    primary key (study, part)
);

create table study_changes (
    study text collate "C" not null references studies on delete cascade,
    part  integer not null,
    line  integer not null,
    body  text not null,
    primary key (study, part, line)
);

create table study_rejects (
    study    text collate "C" not null references studies on delete cascade,
    position integer not null,
    sentence text not null,
    primary key (study, position)
);
