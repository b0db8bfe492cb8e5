-- Since when a user is kept out; null for users who may come in.
alter table users add column disabled_at integer;
