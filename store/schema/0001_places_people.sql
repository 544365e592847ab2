-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0001_places_people.sql
--
-- Places, accounts, colleges and mandates; sessions and the links that open them.

create table place (
    id text primary key,
    parent_id text references place (id) deferrable initially deferred,
    establishment_id text references place (id) deferrable initially deferred,
    kind text not null check (kind in ('nation', 'region', 'establishment', 'pole', 'unit', 'team')),
    name text not null,
    finess_entity text,
    finess_site text unique,
    position integer not null,
    headcount integer check (headcount >= 0),
    closed_on text,
    version integer not null,
    insee_code text,
    opened_on text
);
create index place_by_parent on place (parent_id, position);
create index place_by_establishment on place (establishment_id);

-- What a place was called and where it hung until that day.
create table place_past (
    id text primary key,
    place_id text not null references place (id),
    until_on text not null,
    name text not null,
    parent_id text,
    reason text not null
);
create index place_past_by_place on place_past (place_id, until_on);

create table account (
    id text primary key,
    email text not null unique,
    name text not null,
    locale text not null check (locale in ('fr', 'en')),
    administrator integer not null check (administrator in (0, 1)),
    created_at text not null,
    closed_at text
);

-- Apart from the account, so that reading an account never reads a secret.
create table credential (
    account_id text primary key references account (id),
    password_hash text not null
);

create table college (
    id text primary key,
    place_id text not null references place (id),
    kind text not null,
    name text not null,
    consent_rule text not null,
    consent_count integer,
    consent_text text not null,
    version integer not null
);
create index college_by_place on college (place_id);

create table mandate (
    id text primary key,
    account_id text not null references account (id),
    college_id text not null references college (id),
    function_title text not null,
    substitute integer not null check (substitute in (0, 1)),
    starts_on text not null,
    ends_on text,
    handover text not null
);
create index mandate_by_account on mandate (account_id);
create index mandate_by_college on mandate (college_id);

-- Only the digest of a secret is kept: a stolen copy of the database opens no session.
create table session (
    token_hash text primary key,
    id text not null unique,
    account_id text not null references account (id),
    created_at text not null,
    seen_at text not null,
    expires_at text not null,
    by_link integer not null check (by_link in (0, 1))
);
create index session_by_account on session (account_id);

create table one_time_link (
    token_hash text primary key,
    account_id text not null references account (id),
    purpose text not null check (purpose in ('first', 'invitation', 'sign_in', 'recovery')),
    expires_at text not null,
    used_at text
);

create table outgoing_mail (
    id text primary key,
    recipient text not null,
    subject text not null,
    body text not null,
    created_at text not null,
    sent_at text,
    tries integer not null
);

-- What the server must remember about itself: the day of the demonstration, the last job done.
create table setting (
    name text primary key,
    value text not null
);
