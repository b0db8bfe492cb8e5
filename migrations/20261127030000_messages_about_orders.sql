-- The order that a message is about.
alter table pushes add column order_id integer references orders (id);

create index pushes_by_order on pushes (order_id) where order_id is not null;
