-- What a key is for: sending messages, as all of them were, or printing orders.
alter table api_keys add column scope text not null default 'send'
    constraint api_keys_scope check (scope in ('send', 'print'));
