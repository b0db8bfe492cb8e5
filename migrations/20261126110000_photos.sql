-- The photo of a dish, by the hash of its files, which are in a folder beside the
-- database; null where there is none.
alter table items add column photo text
    constraint items_photo check (length(photo) = 64 and photo not glob '*[^0-9a-f]*');
-- The photo that was removed last, and when, in milliseconds since the Unix epoch: for a
-- while it can be brought back.
alter table items add column removed_photo text
    constraint items_removed_photo
    check (length(removed_photo) = 64 and removed_photo not glob '*[^0-9a-f]*');
alter table items add column photo_removed_at integer;
