-- Which run of the server wrote which part of the log. A run that goes on from
-- a restored backup is another one, so a cursor of what the backup does not
-- have names a run, or a place in it, that is not here.
create table runs (
    id integer primary key,
    epoch integer not null
        constraint runs_epoch_known unique
        constraint runs_epoch check (epoch between 0 and 0xffffffff),
    -- It wrote everything after this event, until the next run.
    after integer not null constraint runs_after check (after >= 0)
) strict;

insert into runs (epoch, after) select epoch, 0 from log;

-- The newest event that was pruned: what comes after it is all here. Of what
-- comes before, only messages that still wait for their readers are kept.
alter table log add column pruned integer not null default 0;

alter table log drop column epoch;

-- The event that announced the order, which is remembered when it is pruned.
alter table orders add column announced integer not null default 0;

update orders set announced = (select min(seq) from events where order_id = orders.id);

create trigger events_announce after insert on events when new.name = 'order'
begin
    update orders set announced = new.seq where id = new.order_id;
end;
