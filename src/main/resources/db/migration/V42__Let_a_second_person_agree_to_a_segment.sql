-- The second person's word that a segment may get a strategy as it is live, and how much of its customers may change by that
-- word. The revision is the segment's when it was said: no word counts twice.
create table segment_approvals (
    id                 bigint generated always as identity primary key,
    segment            varchar(100)  not null,
    revision           bigint        not null,
    strategy           varchar(100)  not null,
    version            char(64)      not null,
    changed_customers  numeric(5, 2) not null,
    new_severe_actions int           not null,
    at                 timestamptz   not null,
    by                 varchar(200)  not null,
    why                varchar(1000) not null,
    foreign key (strategy, version) references strategy_versions (name, version)
);

create index segment_approvals_of_a_segment on segment_approvals (segment, revision);
