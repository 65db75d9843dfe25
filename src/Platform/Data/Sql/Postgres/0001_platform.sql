-- The one ordered log. Hash-chained per stream; the head of each stream tells its last version and hash.
create table platform_event(
    position bigint generated always as identity primary key,
    tx xid8 not null default pg_current_xact_id(),
    stream text not null,
    version bigint not null,
    at timestamptz not null,
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
    key bytea not null,
    made_at timestamptz not null);

create table platform_reader(
    name text primary key,
    position bigint not null,
    at timestamptz not null,
    trouble text null);

-- One runner per name among all nodes.
create table platform_lease(
    name text primary key,
    holder text not null,
    until timestamptz not null);

-- Every look at personal data, with its purpose.
create table platform_reading(
    id bigint generated always as identity primary key,
    at timestamptz not null,
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
