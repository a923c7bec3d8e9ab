-- Ids are compared byte by byte, as Java does, whatever the language of the database.
create table customers (
    id                           text collate "C" primary key check (length(id) between 1 and 100),
    version                      integer not null,
    name                         text,
    country                      text not null check (country ~ '^[A-Z]{2}$'),
    zone                         text,
    language                     text,
    type                         text not null,
    customer_group               text,
    segment                      text,
    preferred_channel            text,
    email                        text,
    phone                        text,
    address                      text,
    undeliverable                text not null,
    billing_contact_confirmed_on date,
    salesperson                  text,
    collector                    text,
    credit_limit                 numeric check (credit_limit >= 0),
    credit_currency              text check (credit_currency ~ '^[A-Z]{3}$'),
    credit_hold_since            date,
    insolvent_since              date,
    do_not_contact               boolean not null,
    size_class                   text,
    strategy                     text,
    check (credit_limit is null or credit_currency is not null)
);

create table invoices (
    id                 text collate "C" primary key check (length(id) between 1 and 100),
    version            integer not null,
    customer           text collate "C" not null references customers,
    issued             date not null,
    due                date check (due >= issued),
    amount             numeric not null check (amount > 0),
    currency           text not null check (currency ~ '^[A-Z]{3}$'),
    terms              text,
    reference          text,
    undelivered        boolean not null,
    returnable_until   date,
    resale_value       numeric check (resale_value >= 0),
    retention_of_title boolean,
    written_off_on     date check (written_off_on >= issued)
);

create index invoices_of_customer on invoices (customer);
