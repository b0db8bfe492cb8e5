-- By what alerts leave the shop, and where they go. What is secret stands in the
-- destination; it is never shown again.
create table channels (
    id integer primary key autoincrement,
    name text not null,
    destination text not null constraint channels_json check (json_valid(destination)),
    enabled integer not null default 1,
    version integer not null default 1
) strict;

-- Up to where the log was read for alerts. What was there before is nobody's surprise.
create table alert_reader (
    id integer primary key constraint alert_reader_one check (id = 1),
    seq integer not null
) strict;

insert into alert_reader (id, seq)
select 1, coalesce((select max(seq) from sqlite_sequence where name = 'events'), 0);

-- Orders that nobody has answered: when each is told for the first time, the stage that
-- was told last, and when somebody has to look again.
create table watched_orders (
    order_id integer primary key references orders (id),
    notice_at integer not null,
    passed text,
    next_at integer not null
) strict;

create index watched_orders_next on watched_orders (next_at);

-- What was sent, and what is to be sent. Times are in milliseconds since the Unix epoch.
create table channel_alerts (
    id integer primary key autoincrement,
    order_id integer not null references orders (id),
    channel_id integer not null references channels (id) on delete cascade,
    stage text not null,
    state text not null default 'waiting' constraint channel_alerts_state check (
        state in ('waiting', 'sent', 'given_up', 'dropped')
    ),
    attempts integer not null default 0,
    created_at integer not null,
    -- When it is sent, or sent again; while it is on its way, when it counts as lost.
    next_at integer not null,
    sent_at integer,
    -- What came back the last time: what it comes to, the status, and its beginning.
    said text,
    status integer,
    answer text not null default '',
    constraint channel_alerts_once unique (order_id, channel_id, stage)
) strict;

create index channel_alerts_waiting on channel_alerts (next_at) where state = 'waiting';
create index channel_alerts_of_channel on channel_alerts (channel_id);
