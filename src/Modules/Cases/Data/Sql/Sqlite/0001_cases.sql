-- A case: what lists and searches ask for as columns, the whole as JSON.
create table cases_case(
    id text primary key,
    number text not null unique,
    service text not null,
    definition text not null,
    unit text not null,
    status text not null,
    channel text not null,
    account text null,
    subject text not null,
    applicant_name text not null,
    submitted_at text not null,
    accepted_at text null,
    appointed_at text null,
    closed_at text null,
    owner text null,
    next_event text null,
    next_due_at text null,
    next_look_at text null,
    secret_hash text not null,
    version bigint not null,
    state text not null);
create index cases_case_account on cases_case(account, submitted_at desc, id) where account is not null;
create index cases_case_unit on cases_case(unit, submitted_at desc, id);
create index cases_case_look on cases_case(next_look_at) where next_look_at is not null;

-- Open work. The queue key tells who may see it; a waiting item is in its queue but its clock stands.
create table cases_work(
    case_id text not null references cases_case(id),
    token integer not null,
    queue text not null,
    step text not null,
    name text not null,
    number text not null,
    service text not null,
    applicant_name text not null,
    claimed_by text null,
    claimed_name text null,
    waiting integer not null,
    opened_at text not null,
    due_at text not null,
    primary key (case_id, token));
create index cases_work_queue on cases_work(queue, waiting, due_at, case_id);
create index cases_work_mine on cases_work(claimed_by, due_at, case_id) where claimed_by is not null;

-- Gapless serials: of cases per agency and day, of results per unit, kind and year.
create table cases_serial(
    name text primary key,
    last bigint not null);

create table cases_result(
    code text primary key,
    case_id text not null references cases_case(id),
    number text not null,
    title text not null,
    service text not null,
    unit text not null,
    issued_on text not null,
    valid_until text null,
    signer_name text not null,
    signer_title text not null,
    state text not null,
    file_hash text not null);
create index cases_result_case on cases_result(case_id);

-- Answers not yet sent. The version tells two tabs apart.
create table cases_draft(
    id text primary key,
    owner text not null,
    service text not null,
    definition text not null,
    answers text not null,
    files text not null,
    case_id text null,
    created_at text not null,
    updated_at text not null,
    applicant text null,
    tab text null,
    expires_at text not null,
    warned_at text null,
    version bigint not null);
create index cases_draft_owner on cases_draft(owner, updated_at desc);
create index cases_draft_expiry on cases_draft(expires_at);

-- Versions of services, by content. A row is never changed or removed.
create table cases_definition(
    hash text primary key,
    slug text not null,
    files blob not null,
    first_seen_at text not null);
create index cases_definition_slug on cases_definition(slug, first_seen_at);

-- Full text over folded words: number, name, identity number, telephone, service.
create virtual table cases_find using fts5(text, case_id unindexed, tokenize='unicode61');
