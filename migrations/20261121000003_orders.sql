-- Orders and their lines. Amounts are in minor units, times in milliseconds
-- since the Unix epoch.
create table orders (
    id integer primary key autoincrement,
    token text not null constraint orders_token unique,
    -- The sender's key: a repeated request finds the order it placed before.
    request_id text not null constraint orders_request unique,
    -- The shop's day, and the order's number on it.
    day text not null,
    number integer not null,
    status text not null constraint orders_status check (
        status in ('placed', 'accepted', 'preparing', 'ready', 'finished', 'rejected', 'cancelled')
    ),
    version integer not null default 1,
    currency text not null,
    total integer not null,
    customer_name text not null,
    customer_phone text not null,
    note text not null,
    placed_at integer not null,
    handled_by integer references users (id),
    handled_at integer,
    constraint orders_number unique (day, number),
    constraint orders_handled check ((handled_by is null) = (handled_at is null))
) strict;

-- Orders that are still open, whatever their day.
create index orders_open on orders (id)
where status in ('placed', 'accepted', 'preparing', 'ready');

-- Names and prices as they were when the order was placed.
create table order_lines (
    order_id integer not null references orders (id),
    position integer not null,
    item_id integer not null references items (id),
    name_zh text not null,
    name_en text not null,
    quantity integer not null constraint order_lines_quantity check (quantity > 0),
    price integer not null,
    primary key (order_id, position)
) strict, without rowid;
