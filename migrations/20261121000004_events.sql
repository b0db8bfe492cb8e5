-- The log: whatever an administrator or a customer must learn of, written in
-- the transaction of the change that it tells of. `seq` is the event's identity
-- everywhere; `autoincrement` keeps it from ever being used again.
create table events (
    seq integer primary key autoincrement,
    name text not null constraint events_name check (name in ('order', 'change', 'finish', 'psh')),
    -- The one user that it is for; null for all administrators.
    user_id integer references users (id),
    -- What happened, as JSON, just as it is sent.
    data text not null,
    -- The order that it is about, and the same as its customer gets it.
    order_id integer references orders (id),
    progress text,
    -- Whether the order's story ends here.
    last integer not null default 0 constraint events_last check (last in (0, 1)),
    created_at integer not null,
    expires_at integer,
    constraint events_progress check ((order_id is null) = (progress is null))
) strict;

create index events_by_order on events (order_id, seq) where order_id is not null;

create index events_messages on events (seq) where name = 'psh';

-- Which log this is: cursors of another one are known to be foreign.
create table log (
    epoch integer not null
) strict;

insert into log (epoch) values (random() & 0xffffffff);
