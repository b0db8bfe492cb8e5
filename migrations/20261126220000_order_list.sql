-- What the list of all orders asks of each, beside each other: it is read through where few
-- match, and put in order by the total.
create index orders_list on orders (id, status, day, total);

-- What an order is found by, as one text each, in small letters (ASCII). A part of a word is
-- found by reading through all of it: that takes less than an index of all parts, which
-- would know no words of one or two characters, as Chinese ones are.
create table order_search (
    order_id integer primary key references orders (id),
    number integer not null,
    -- Name and phone, a line each.
    customer text not null,
    -- What was ordered, in both languages, a line each.
    dishes text not null
) strict;

insert into order_search (order_id, number, customer, dishes)
select
    id, number, lower(customer_name || char(10) || customer_phone),
    lower(coalesce((
        select group_concat(name_zh || char(10) || name_en, char(10))
        from order_lines where order_id = orders.id
    ), ''))
from orders;

-- Whoever changes them, or takes them away, changes what is found.
create trigger order_search_customer after update of customer_name, customer_phone on orders
begin
    update order_search
    set customer = lower(new.customer_name || char(10) || new.customer_phone)
    where order_id = new.id;
end;

-- Filters of that list that users keep, each their own.
create table order_views (
    id integer primary key autoincrement,
    user_id integer not null references users (id),
    name text not null,
    -- What stands in the address, as JSON: pairs of a name and a text.
    query text not null constraint order_views_query check (json_valid(query)),
    constraint order_views_name unique (user_id, name)
) strict;
