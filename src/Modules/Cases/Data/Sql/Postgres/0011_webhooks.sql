-- Where a client wants news of its cases. The secret is sealed with the web nodes' keys.
create table cases_webhook(
    id uuid primary key,
    client text not null,
    address text not null,
    secret text not null,
    made_at timestamptz not null,
    ended_at timestamptz null);
create index cases_webhook_client on cases_webhook(client);

-- News made from the log. It can be forgotten and made anew.
create table cases_webhook_news(
    id text primary key,
    webhook uuid not null,
    position bigint not null,
    body text not null,
    made_at timestamptz not null,
    state text not null,
    tries integer not null,
    next_try_at timestamptz not null,
    error text null);
create index cases_webhook_news_queue on cases_webhook_news(next_try_at) where state = 'queued';
create index cases_webhook_news_of on cases_webhook_news(webhook, state, position);

-- What became of a piece of news, kept when the news is forgotten, so that none is sent twice.
create table cases_webhook_sent(
    id text primary key,
    state text not null,
    at timestamptz not null);
