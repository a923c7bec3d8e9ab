create table payments (
    id          text collate "C" primary key check (length(id) between 1 and 100),
    version     integer not null,
    customer    text collate "C" not null references customers,
    invoice     text collate "C" references invoices,
    on_day      date not null,
    amount      numeric not null check (amount > 0),
    currency    text not null check (currency ~ '^[A-Z]{3}$'),
    state       text not null,
    reversed_on date check (reversed_on >= on_day)
);
create index payments_of_customer on payments (customer);
create index payments_of_invoice on payments (invoice);

create table credits (
    id           text collate "C" primary key check (length(id) between 1 and 100),
    version      integer not null,
    customer     text collate "C" not null references customers,
    invoice      text collate "C" references invoices,
    on_day       date not null,
    amount       numeric not null check (amount > 0),
    currency     text not null check (currency ~ '^[A-Z]{3}$'),
    cancelled_on date check (cancelled_on >= on_day)
);
create index credits_of_customer on credits (customer);
create index credits_of_invoice on credits (invoice);

create table disputes (
    id          text collate "C" primary key check (length(id) between 1 and 100),
    version     integer not null,
    invoice     text collate "C" not null references invoices,
    on_day      date not null,
    amount      numeric check (amount > 0),
    reason      text,
    owner       text,
    resolved_on date check (resolved_on >= on_day)
);
create index disputes_of_invoice on disputes (invoice);

create table deductions (
    id         text collate "C" primary key check (length(id) between 1 and 100),
    version    integer not null,
    invoice    text collate "C" not null references invoices,
    on_day     date not null,
    amount     numeric not null check (amount > 0),
    reason     text,
    plan       text,
    decided_on date check (decided_on >= on_day),
    matched    boolean,
    settled_on date check (settled_on >= decided_on),
    check ((decided_on is null) = (matched is null)),
    check (settled_on is null or matched)
);
create index deductions_of_invoice on deductions (invoice);

create table promises (
    id           text collate "C" primary key check (length(id) between 1 and 100),
    version      integer not null,
    invoice      text collate "C" not null references invoices,
    on_day       date not null,
    amount       numeric check (amount > 0),
    until_day    date not null check (until_day >= on_day),
    by_whom      text,
    cancelled_on date check (cancelled_on >= on_day)
);
create index promises_of_invoice on promises (invoice);

create table plans (
    id           text collate "C" primary key check (length(id) between 1 and 100),
    version      integer not null,
    customer     text collate "C" not null references customers,
    on_day       date not null,
    terms        text,
    cancelled_on date check (cancelled_on >= on_day)
);
create index plans_of_customer on plans (customer);

create table plan_invoices (
    plan     text collate "C" not null references plans,
    position integer not null,
    invoice  text collate "C" not null references invoices,
    primary key (plan, position),
    unique (plan, invoice)
);
create index plans_of_invoice on plan_invoices (invoice);

create table plan_instalments (
    plan     text collate "C" not null references plans,
    position integer not null,
    due      date not null,
    amount   numeric not null check (amount > 0),
    primary key (plan, position),
    unique (plan, due)
);

create table contacts (
    id       text collate "C" primary key check (length(id) between 1 and 100),
    version  integer not null,
    customer text collate "C" not null references customers,
    on_day   date not null,
    channel  text not null,
    result   text not null,
    by_whom  text,
    note     text,
    decision text
);
create index contacts_of_customer on contacts (customer);

create table contact_steps (
    contact  text collate "C" not null references contacts,
    position integer not null,
    invoice  text collate "C" references invoices,
    action   text not null,
    level    integer not null check (level >= 0),
    primary key (contact, position)
);
create index steps_of_invoice on contact_steps (invoice);

create table holds (
    id        text collate "C" primary key check (length(id) between 1 and 100),
    version   integer not null,
    customer  text collate "C" not null references customers,
    invoice   text collate "C" references invoices,
    reason    text,
    from_day  date not null,
    until_day date not null check (until_day >= from_day),
    by_whom   text,
    lifted_on date check (lifted_on >= from_day)
);
create index holds_of_customer on holds (customer);
create index holds_of_invoice on holds (invoice);
