-- An official: who they are and where they work. Secrets stand in directory_credential.
create table directory_official(
    id text primary key,
    name text not null,
    sort_key text not null,
    find text not null,
    email text not null unique,
    phone text null,
    unit text not null,
    title text not null,
    roles text not null,
    joined_at text null,
    suspended_at text null,
    stamp text not null,
    form_key text not null,
    signed_in_at text null,
    version bigint not null);
create index directory_official_list on directory_official(sort_key, id);
create index directory_official_unit on directory_official(unit, sort_key, id);

-- The queue keys that officials hold: their unit with each of their roles, to be asked from the key's side.
create table directory_key(
    unit text not null,
    role text not null,
    official text not null references directory_official(id),
    primary key (unit, role, official));
create index directory_key_official on directory_key(official);
create index directory_key_role on directory_key(role);

-- What an official signs in with, and how often it went wrong.
create table directory_credential(
    official text primary key references directory_official(id),
    password_hash text null,
    totp_key blob null,
    totp_step bigint not null,
    wrong_tries integer not null,
    locked_until text null);

-- One-time links; only the hash of the token is kept.
create table directory_invite(
    hash text primary key,
    official text not null references directory_official(id),
    made_at text not null,
    expires_at text not null,
    used_at text null);
create index directory_invite_official on directory_invite(official);

-- The certificate file with which an official signs, locked by a passphrase that is kept nowhere.
create table directory_signing_file(
    official text primary key references directory_official(id),
    file blob not null,
    holder text not null,
    issuer text not null,
    valid_from text not null,
    valid_until text not null,
    set_at text not null);

-- A citizen as the identity provider told at the last sign-in.
create table directory_citizen(
    id text primary key,
    issuer text not null,
    sub text not null,
    name text not null,
    birthdate text null,
    gender text null,
    identity_number text null,
    phone text null,
    email text null,
    address text null,
    form_key text not null,
    signed_in_at text not null,
    version bigint not null,
    unique (issuer, sub));
