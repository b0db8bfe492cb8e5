-- The key by which devices know that the shop writes to them (VAPID): made once, and
-- never given away. With another one no device would take anything any more.
create table web_push_key (
    id integer primary key constraint web_push_key_one check (id = 1),
    -- The private key: a number of 32 bytes.
    private_key blob not null constraint web_push_key_length check (length(private_key) = 32),
    created_at integer not null
) strict;

-- Devices that are told with the page closed.
create table push_subscriptions (
    id integer primary key autoincrement,
    user_id integer not null references users (id) on delete cascade,
    -- The session in which the device was added. Sessions that end by their age end
    -- nothing else, so it may be gone.
    session blob not null,
    endpoint text not null constraint push_subscriptions_endpoint unique,
    p256dh blob not null,
    auth blob not null,
    -- What the browser calls itself.
    device text not null,
    -- The shop's own address, as the device has reached it; null where nobody else could.
    contact text,
    language text not null,
    created_at integer not null,
    -- What became of the last message; null before the first.
    outcome text,
    outcome_at integer,
    constraint push_subscriptions_outcome check ((outcome is null) = (outcome_at is null))
) strict;

create index push_subscriptions_by_user on push_subscriptions (user_id);
