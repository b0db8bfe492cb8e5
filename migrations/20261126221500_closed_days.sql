-- Days that were closed, with their sums as they were then: nothing changes them later.
create table closed_days (
    day text primary key,
    at integer not null,
    user_id integer not null references users (id),
    -- As JSON.
    sums text not null constraint closed_days_sums check (json_valid(sums))
) strict, without rowid;

-- The version that the order had when its day was closed; null where it was not there
-- then. An order that has another one has changed since.
alter table orders add column closed_version integer;
