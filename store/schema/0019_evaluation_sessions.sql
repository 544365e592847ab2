-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0019_evaluation_sessions.sql
--
-- Sessions of embedded evaluation. The tables of what people wrote hold no author, no device, no address, no time and
-- no number; they are empty once what is in them was shared, or given up. docs/methods/evaluation_session.md.

create table evaluation_session (
    id text primary key,
    experiment_id text not null references experiment (id),
    stage text not null check (stage in ('listing', 'choosing', 'looking', 'shared', 'ended')),
    lines_shown integer not null check (lines_shown in (0, 1)),
    picks_shown integer not null check (picks_shown in (0, 1)),
    begun_on text not null,
    ended_on text,
    version integer not null
);
create unique index evaluation_session_open on evaluation_session (experiment_id) where stage <> 'ended';
create index evaluation_session_by_experiment on evaluation_session (experiment_id, begun_on);

-- What opens a session, apart from it. The salt goes at its end, the code thirty days after it began.
create table evaluation_key (
    session_id text primary key references evaluation_session (id),
    code text unique,
    salt text not null
);

-- Phones that came in, by the digest of a secret they keep: only to bound how many.
create table evaluation_phone (
    session_id text not null references evaluation_session (id),
    phone text not null,
    primary key (session_id, phone)
);

-- The group's list. What was kept goes on in the shared conclusion; the rest goes at the end.
create table evaluation_activity (
    id text primary key,
    session_id text not null references evaluation_session (id),
    words text not null,
    often integer not null check (often in (0, 1)),
    kept integer not null check (kept in (0, 1))
);
create index evaluation_activity_by_session on evaluation_activity (session_id);

create table evaluation_lines (
    session_id text not null references evaluation_session (id),
    writer text not null,
    lines text not null,
    primary key (session_id, writer)
);

create table evaluation_picks (
    session_id text not null references evaluation_session (id),
    picker text not null,
    activities text not null,
    primary key (session_id, picker)
);

-- All that one person answered; gone in the transaction that shares it.
create table evaluation_look (
    session_id text not null references evaluation_session (id),
    writer text not null,
    source text not null check (source in ('phone', 'sheet')),
    look text not null,
    primary key (session_id, writer)
);

-- What a session leaves; no row for a conclusion that was written without one.
alter table experiment_review add column look text;
