-- How an order gets to whoever ordered it.
alter table orders add column way text not null default 'pick_up'
    constraint orders_way check (way in ('pick_up', 'table', 'delivery'));
-- The number or the name of the table; blank where it goes to none.
alter table orders add column table_name text not null default '';
-- The address that it is brought to; blank where it is brought to none. Personal data.
alter table orders add column address text not null default '';
-- When it is wanted; null for as soon as possible.
alter table orders add column wanted_at integer;
