-- Who made a version, why, and who had their hands in it: none of them can be its second person.
alter table strategy_versions add column by varchar(200);
alter table strategy_versions add column why varchar(1000);
alter table strategy_versions add column authors text;
alter table strategy_versions add column based_on char(64);
update strategy_versions set by = 'start', why = 'found in the strategy folder', authors = '[]';
alter table strategy_versions alter column by set not null;
alter table strategy_versions alter column why set not null;
alter table strategy_versions alter column authors set not null;

-- How customers in mid-ladder came along, and what a rollback goes back to.
alter table activations add column kind varchar(20) not null default 'ACTIVATED';
alter table activations add column migration varchar(20) not null default 'RE_EVALUATE';
alter table activations add column day date;
alter table activations add column steps_since date;
alter table activations add column before bigint references activations;
update activations a set
    day = (a.at at time zone 'UTC')::date,
    before = (select max(b.id) from activations b where b.name = a.name and b.id < a.id);
alter table activations alter column day set not null;

-- A share of the customers on another version; percent 0 ends it. The newest of a name counts.
create table challengers (
    id      bigint generated always as identity primary key,
    name    varchar(100)  not null,
    version char(64)      not null,
    percent int           not null check (percent between 0 and 99),
    salt    varchar(50)   not null,
    at      timestamptz   not null,
    by      varchar(200)  not null,
    why     varchar(1000) not null,
    foreign key (name, version) references strategy_versions (name, version)
);

-- The pointers: what is live. Revisions let exactly one of two people win.
create table strategies (
    name           varchar(100) primary key,
    revision       bigint not null,
    live           bigint references activations,
    challenger     bigint references challengers,
    folder_version char(64)
);
insert into strategies (name, revision, live) select name, 1, max(id) from activations group by name;

create table strategy_drafts (
    name     varchar(100)  primary key references strategies,
    revision bigint        not null,
    files    text          not null,
    based_on char(64),
    authors  text          not null,
    at       timestamptz   not null,
    by       varchar(200)  not null,
    why      varchar(1000) not null
);
insert into strategy_drafts (name, revision, files, based_on, authors, at, by, why)
    select s.name, 1, v.files, v.version, '[]', a.at, a.by, a.why
    from strategies s join activations a on a.id = s.live
    join strategy_versions v on v.name = s.name and v.version = a.version;

-- The second person's word about a version, and how much of the book it may change by that word.
create table strategy_approvals (
    id                 bigint generated always as identity primary key,
    name               varchar(100)  not null,
    version            char(64)      not null,
    changed_customers  numeric(5, 2) not null,
    new_severe_actions int           not null,
    at                 timestamptz   not null,
    by                 varchar(200)  not null,
    why                varchar(1000) not null,
    foreign key (name, version) references strategy_versions (name, version)
);

create table segments (
    segment  varchar(100)  primary key,
    revision bigint        not null,
    strategy varchar(100)  references strategies,
    at       timestamptz   not null,
    by       varchar(200)  not null,
    why      varchar(1000) not null
);

-- One number for all of the above: whoever moves a pointer takes the next one, so that moves follow one another and every
-- instance knows whether it is behind.
create table strategy_revision (
    one      boolean primary key default true check (one),
    revision bigint not null
);
insert into strategy_revision (revision) values (1);
