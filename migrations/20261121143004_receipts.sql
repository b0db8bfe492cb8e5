-- Which event reached whom: handed to one of the user's pages, and shown by one.
create table receipts (
    seq integer not null references events (seq) on delete cascade,
    user_id integer not null references users (id),
    delivered_at integer,
    seen_at integer,
    primary key (seq, user_id),
    constraint receipts_tell_something check (
        delivered_at is not null or seen_at is not null
    )
) strict, without rowid;
