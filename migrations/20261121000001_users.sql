-- Who works in the back office, and their open sessions.
create table users (
    id integer primary key,
    name text not null collate nocase constraint users_name_taken unique,
    password_hash text not null,
    role text not null constraint users_role check (role in ('owner', 'staff')),
    created_at integer not null,
    -- The last message that reached one of the user's pages.
    messages_seq integer not null default 0
) strict;

-- A session is found by the hash of its token; the token itself is not kept.
create table sessions (
    token_hash blob primary key,
    user_id integer not null references users (id) on delete cascade,
    created_at integer not null,
    expires_at integer not null
) strict, without rowid;

create index sessions_by_user on sessions (user_id);
