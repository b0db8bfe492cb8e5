-- Where the dishes of a category are made; null where it is a station itself.
alter table categories add column station text
    constraint categories_station check (length(station) between 1 and 20);

-- Lines of orders that are made: by whom, and when.
create table line_ticks (
    order_id integer not null,
    line integer not null,
    user_id integer not null references users (id),
    at integer not null,
    primary key (order_id, line),
    foreign key (order_id, line) references order_lines (order_id, position)
) strict, without rowid;

-- The page on which customers see which orders are ready. One row, or none where there is no
-- such page.
create table board (
    id integer primary key constraint board_one check (id = 1),
    -- The unguessable name of the page.
    token text not null
) strict;
