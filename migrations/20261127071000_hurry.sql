-- When the customer last asked where the order stays; null for never.
alter table orders add column hurried_at integer;
