-- What is set in the browser. One row, or none while nothing was set.
create table settings (
    id integer primary key constraint settings_one check (id = 1),
    data text not null constraint settings_json check (json_valid(data)),
    version integer not null
) strict;
