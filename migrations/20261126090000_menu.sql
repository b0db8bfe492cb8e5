-- What is not offered for now is what there is none of.
update items set stock = 0 where available = 0;
alter table items drop column available;

-- Whether customers see it.
alter table items add column visible integer not null default 1
    constraint items_visible check (visible in (0, 1));
-- The shop's day for which it is sold out, whatever the stock.
alter table items add column sold_out_on text;
-- What guests want to know before they eat it: names, as a JSON array.
alter table items add column marks text not null default '[]'
    constraint items_marks check (json_valid(marks));
-- Grows with each change by hand.
alter table items add column version integer not null default 1;
-- Since when it is gone, in milliseconds since the Unix epoch; it can be brought back.
alter table items add column deleted_at integer;
