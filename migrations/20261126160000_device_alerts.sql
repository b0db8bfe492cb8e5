-- What devices are told of orders with the page closed: one row for each order, device and
-- stage. Times are in milliseconds since the Unix epoch.
create table device_alerts (
    id integer primary key autoincrement,
    order_id integer not null references orders (id),
    device_id integer not null references push_subscriptions (id) on delete cascade,
    -- How long the order waited; or `answered`: what was shown of it is taken back.
    stage text not null,
    state text not null default 'waiting' constraint device_alerts_state check (
        state in ('waiting', 'sent', 'given_up', 'dropped')
    ),
    attempts integer not null default 0,
    created_at integer not null,
    -- When it is sent, or sent again; while it is on its way, when it counts as lost.
    next_at integer not null,
    constraint device_alerts_once unique (order_id, device_id, stage)
) strict;

create index device_alerts_waiting on device_alerts (next_at) where state = 'waiting';
create index device_alerts_of_device on device_alerts (device_id);
create index device_alerts_by_age on device_alerts (created_at);
