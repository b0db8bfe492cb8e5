-- Programs that send messages. A key is found by its hash; the key itself is
-- not kept.
create table api_keys (
    id integer primary key,
    name text not null collate nocase,
    key_hash blob not null constraint api_keys_hash unique,
    created_at integer not null,
    -- Since when it opens nothing; null for keys that do.
    revoked_at integer
) strict;

create unique index api_keys_name_taken on api_keys (name) where revoked_at is null;
