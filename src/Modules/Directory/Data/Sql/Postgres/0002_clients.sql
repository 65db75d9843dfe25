-- Programs of others that may call the API. Of the token only a hash is kept. A name can be used again once it was revoked.
create table directory_client(
    id uuid primary key,
    name text not null,
    unit text null,
    may text not null,
    token_hash text not null,
    added_at timestamptz not null,
    revoked_at timestamptz null,
    version bigint not null);
create unique index directory_client_name on directory_client(name) where revoked_at is null;

-- A person whom somebody named before they ever signed in has an account that waits for them under this number.
create index directory_citizen_identity on directory_citizen(identity_number) where identity_number is not null;
