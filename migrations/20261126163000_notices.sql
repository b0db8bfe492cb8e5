-- Up to where in the log each user has read all notices. What was there before is read.
alter table users add column notices_seq integer not null default 0;

update users set
    notices_seq = coalesce((select max(seq) from sqlite_sequence where name = 'events'), 0);

-- Notices after that, which were read one by one.
create table notices_read (
    seq integer not null references events (seq) on delete cascade,
    user_id integer not null references users (id),
    primary key (seq, user_id)
) strict, without rowid;

-- A message to several is one for each of them: all have the number of the first.
alter table pushes add column message integer not null default 0;

update pushes set message = seq;

create index pushes_by_message on pushes (message);

-- Texts that are written often.
create table message_templates (
    id integer primary key autoincrement,
    name text not null constraint message_templates_name unique,
    title text not null,
    text text not null,
    version integer not null default 1
) strict;
