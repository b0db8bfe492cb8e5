-- The event as every customer may hear it: that the menu or the opening of the shop is another.
-- It is of no order, so `order_id` and `progress` are null.
alter table events add column public text;

create index events_public on events (seq) where public is not null;
