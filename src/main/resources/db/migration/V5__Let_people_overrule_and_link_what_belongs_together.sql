create table overrides (
    id        text collate "C" primary key check (length(id) between 1 and 100),
    version   integer not null,
    customer  text collate "C" not null references customers,
    invoice   text collate "C" references invoices,
    action    text not null,
    level     integer not null check (level >= 0),
    reason    text not null,
    because   text not null,
    by_whom   text not null,
    from_day  date not null,
    until_day date not null check (until_day >= from_day),
    lifted_on date check (lifted_on >= from_day)
);
create index overrides_of_customer on overrides (customer);
create index overrides_of_invoice on overrides (invoice);

-- No foreign key: a group is told in any order, and who pays may be somebody we do not sell to.
alter table customers add column payer text collate "C";
create index customers_of_payer on customers (payer) where payer is not null;
create index customers_of_group on customers (customer_group) where customer_group is not null;

-- An announced payment that arrived, and money that found its invoice later; before these days it was not so.
alter table payments
    add column booked_on    date check (booked_on >= on_day),
    add column allocated_on date check (allocated_on >= on_day),
    add check (booked_on is null or state = 'IN_TRANSIT'),
    add check (allocated_on is null or invoice is not null);
alter table credits
    add column allocated_on date check (allocated_on >= on_day),
    add check (allocated_on is null or invoice is not null);

-- A late charge is billed as an invoice of its own, which knows the invoice that was paid late.
alter table invoices
    add column charge_for   text collate "C",
    add column charge_level integer check (charge_level > 0),
    add check ((charge_for is null) = (charge_level is null));
