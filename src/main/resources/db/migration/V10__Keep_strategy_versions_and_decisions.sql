-- A version is its content: the same files are the same row, and no row is ever changed or deleted.
create table strategy_versions (
    name      varchar(100) not null,
    version   char(64)     not null,
    files     text         not null,
    stored_at timestamptz  not null,
    primary key (name, version)
);

-- Which version decides; the history of a name is read in this order.
create table activations (
    id      bigint generated always as identity primary key,
    name    varchar(100) not null,
    version char(64)     not null,
    at      timestamptz  not null,
    by      varchar(200) not null,
    why     varchar(1000) not null,
    foreign key (name, version) references strategy_versions (name, version)
);

create index activations_of_a_name on activations (name, id desc);

-- Everything that is needed to decide again and get the same.
create table decisions (
    id               char(32)     primary key,
    customer         varchar(100) not null,
    as_of            date         not null,
    strategy         varchar(100) not null,
    strategy_version char(64)     not null,
    guard_version    char(64)     not null,
    calendar         varchar(100) not null,
    action           varchar(40)  not null,
    snapshot         text         not null,
    answer           text         not null,
    decided_at       timestamptz  not null
);

create index decisions_of_a_customer on decisions (customer, as_of desc, decided_at desc);
