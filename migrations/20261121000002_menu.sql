-- What the shop sells. Prices are in minor units of the shop's currency.
create table categories (
    id integer primary key,
    position integer not null,
    name_zh text not null,
    name_en text not null
) strict;

create table items (
    id integer primary key,
    category_id integer not null references categories (id),
    position integer not null,
    name_zh text not null,
    name_en text not null,
    description_zh text not null,
    description_en text not null,
    price integer not null constraint items_price check (price >= 0),
    available integer not null constraint items_available check (available in (0, 1)),
    -- How many are left; null where there is no limit.
    stock integer constraint items_stock check (stock >= 0)
) strict;

create index items_by_category on items (category_id, position);
