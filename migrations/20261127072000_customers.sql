-- How customers found their orders: once each.
create table order_ratings (
    order_id integer primary key references orders (id),
    stars integer not null constraint order_ratings_stars check (stars between 1 and 5),
    comment text not null,
    at integer not null
) strict;

-- What the shop wrote to the customer of an order.
create table customer_notes (
    id integer primary key autoincrement,
    order_id integer not null references orders (id),
    user_id integer not null references users (id),
    text text not null,
    at integer not null
) strict;

create index customer_notes_by_order on customer_notes (order_id);
