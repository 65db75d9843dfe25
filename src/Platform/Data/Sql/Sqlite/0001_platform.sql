-- The one ordered log. Hash-chained per stream; the head of each stream tells its last version and hash.
create table platform_event(
    position integer primary key autoincrement,
    stream text not null,
    version bigint not null,
    at text not null,
    type text not null,
    actor text not null,
    subject text null,
    body text not null,
    previous text not null,
    hash text not null,
    unique (stream, version));

create table platform_stream(
    stream text primary key,
    version bigint not null,
    hash text not null);

-- Keys by which personal values in the log are encrypted. Erasing the row erases the values.
create table platform_person_key(
    subject text primary key,
    key blob not null,
    made_at text not null);

create table platform_reader(
    name text primary key,
    position bigint not null,
    at text not null,
    trouble text null);

-- One runner per name among all nodes.
create table platform_lease(
    name text primary key,
    holder text not null,
    until text not null);

-- Every look at personal data, with its purpose.
create table platform_reading(
    id integer primary key autoincrement,
    at text not null,
    actor text not null,
    actor_name text not null,
    subject text not null,
    thing text not null,
    purpose text not null);
create index platform_reading_thing on platform_reading(thing, id);
create index platform_reading_subject on platform_reading(subject, id);

-- Keys of the web nodes' cookies, shared by all nodes.
create table platform_web_key(
    name text primary key,
    xml text not null);
