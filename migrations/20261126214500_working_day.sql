-- What the shop says of an order, and what was done about it.
alter table orders add column promised_at integer;
-- Why it was rejected or cancelled, as JSON: one of the reasons, and words.
alter table orders add column reason text
    constraint orders_reason check (reason is null or json_valid(reason));
-- How it was paid; null while it was not.
alter table orders add column payment text
    constraint orders_payment check (payment in ('cash', 'wechat', 'alipay', 'card', 'other'));
-- What was given back of it, in minor units.
alter table orders add column refunded integer not null default 0
    constraint orders_refunded check (refunded between 0 and total);
-- Who took it at the counter or by phone; null where the customer placed it.
alter table orders add column taken_by integer references users (id);
-- What the last change of its status may be taken back to, as JSON; null where it may not.
alter table orders add column undo text
    constraint orders_undo check (undo is null or json_valid(undo));

-- Each change of an order: which version it made, by whom, and what it was.
create table order_history (
    order_id integer not null references orders (id),
    version integer not null,
    at integer not null,
    user_id integer not null references users (id),
    -- What was done, as JSON.
    what text not null constraint order_history_what check (json_valid(what)),
    primary key (order_id, version)
) strict, without rowid;

-- An order without a customer's phone is found by its day.
create index orders_by_day on orders (day, id);
create index orders_by_phone on orders (customer_phone, id) where customer_phone <> '';
