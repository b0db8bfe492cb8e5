-- Orders of which something is to be told: those that nobody has answered, and those of which
-- the customer asked and that nobody has moved on since. An alert's `stage` begins with
-- `hurried` where it tells of such a question.
create view orders_to_tell (order_id, hurried) as
select id, 0 from orders where status = 'placed'
union all
select id, 1 from orders
where status in ('placed', 'accepted', 'preparing')
    and hurried_at > coalesce(handled_at, 0);
