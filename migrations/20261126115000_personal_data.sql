-- Since when the name, the phone and the note of an order are gone; null while they
-- are kept.
alter table orders add column forgotten_at integer;

create index orders_remembered on orders (placed_at) where forgotten_at is null;

-- The newest event from which they were taken: what a server has in memory may still
-- have them, up to there.
alter table log add column forgotten integer not null default 0;
