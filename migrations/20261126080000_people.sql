-- Which roles there are says the program alone: a new one needs no migration.
-- SQLite drops a column together with its own check, but no check by itself.
alter table users add column rank text not null default '';
update users set rank = role;
alter table users drop column role;
alter table users rename column rank to role;

-- What the browser calls itself, and when the session was last used, in
-- milliseconds since the Unix epoch, give or take some minutes.
alter table sessions add column device text not null default '';
alter table sessions add column used_at integer not null default 0;
update sessions set used_at = created_at;

-- Links that let somebody in once. A link is found by the hash of its token; the
-- token itself is not kept.
create table invites (
    token_hash blob primary key,
    -- The role of whoever joins, or the user whose password is chosen anew.
    role text,
    user_id integer references users (id),
    created_at integer not null,
    expires_at integer not null,
    constraint invites_purpose check ((role is null) <> (user_id is null))
) strict, without rowid;

-- Who changed what. Names are those of that moment.
create table audit (
    id integer primary key autoincrement,
    at integer not null,
    author text not null constraint audit_author check (
        author in ('user', 'visitor', 'operator')
    ),
    user_id integer references users (id),
    name text not null,
    action text not null,
    subject text not null,
    detail text not null,
    constraint audit_user check ((author = 'user') = (user_id is not null))
) strict;

create index audit_by_action on audit (action, id);
create index audit_by_name on audit (name, id);
