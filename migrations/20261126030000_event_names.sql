-- Which events there are says the program alone: a new kind needs no migration.
-- SQLite drops a column together with its own check, but no check by itself.
drop trigger events_announce;
drop index events_messages;

alter table events add column kind text not null default '';
update events set kind = name;
alter table events drop column name;
alter table events rename column kind to name;

-- Events that wait for readers who are away, until they expire.
create index events_waiting on events (seq) where expires_at is not null;

create trigger events_announce after insert on events when new.name = 'order'
begin
    update orders set announced = new.seq where id = new.order_id;
end;
