-- A change of an order by its customer is nobody's of the shop. SQLite makes no column
-- nullable, so the table is made anew.
create table new_order_history (
    order_id integer not null references orders (id),
    version integer not null,
    at integer not null,
    -- Who did it; null for the customer.
    user_id integer references users (id),
    -- What was done, as JSON.
    what text not null constraint order_history_what check (json_valid(what)),
    primary key (order_id, version)
) strict, without rowid;

insert into new_order_history select order_id, version, at, user_id, what from order_history;
drop table order_history;
alter table new_order_history rename to order_history;
