-- Every day up to which cash was posted; the newest one not after the as-of day tells how fresh the book is.
create table bank_imports (
    up_to       date primary key,
    recorded_at timestamp with time zone not null
);

create table rates (
    day      date not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    per_unit numeric not null check (per_unit > 0),
    version  integer not null,
    primary key (currency, day)
);
