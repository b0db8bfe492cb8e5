-- What guests can choose of items: sizes, extras.
create table option_groups (
    id integer primary key autoincrement,
    position integer not null,
    name_zh text not null,
    name_en text not null,
    -- How many choices can be taken.
    selection text not null constraint option_groups_selection check (
        selection in ('one', 'several')
    ),
    required integer not null constraint option_groups_required check (required in (0, 1)),
    -- In the order in which they are shown, as JSON: they are read and written together.
    choices text not null constraint option_groups_choices check (json_valid(choices)),
    -- The highest number of a choice that was given out: none is given out twice.
    last_choice integer not null,
    -- Grows with each change by hand.
    version integer not null default 1,
    -- Since when it is gone, in milliseconds since the Unix epoch; it can be brought back.
    deleted_at integer
) strict;

-- The groups that an item has, as a JSON array of their identities.
alter table items add column options text not null default '[]'
    constraint items_options check (json_valid(options));
-- What was chosen, by names and prices of when the order was placed, as JSON.
alter table order_lines add column options text not null default '[]'
    constraint order_lines_options check (json_valid(options));
