-- Said in every answer already; of its own here, so that the arms of an experiment are counted without reading answers.
alter table decisions add column experiment varchar(150), add column arm varchar(20);
update decisions set
    experiment = answer::jsonb #>> '{strategy,experiment,id}',
    arm = answer::jsonb #>> '{strategy,experiment,arm}'
where answer like '%"experiment":{%';
create index decisions_of_an_experiment on decisions (experiment, customer) where experiment is not null;
