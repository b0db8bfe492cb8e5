-- What customers have put together and not ordered yet, by the key of the order that it
-- may become: the fields of the form, as a browser sends them.
create table carts (
    key text primary key,
    form text not null,
    -- In milliseconds since the Unix epoch.
    changed_at integer not null
) strict, without rowid;

create index carts_changed on carts (changed_at);
