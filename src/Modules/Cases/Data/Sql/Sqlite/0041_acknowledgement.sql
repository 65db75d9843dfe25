-- What was acknowledged for a sent draft, its secret sealed, for the few minutes in which a form may be sent twice.
create table cases_acknowledgement(
    draft text primary key,
    owner text not null,
    secret text not null,
    until text not null);
