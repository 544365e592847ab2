-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0002_people_more.sql
--
-- Invitations, vacancies, carences, delegations; and what the scheduled work remembers.

create table invitation (
    id text primary key,
    college_id text not null references college (id),
    email text not null,
    function_title text not null,
    substitute integer not null check (substitute in (0, 1)),
    starts_on text not null,
    ends_on text,
    given_as text not null check (given_as in ('administrator', 'college', 'team')),
    token_hash text not null unique,
    expires_at text not null,
    accepted_at text,
    withdrawn_at text
);
create index invitation_by_college on invitation (college_id);

-- Somebody of another college said that nobody holds this one any more.
create table college_vacancy (
    id text primary key,
    college_id text not null references college (id),
    noted_on text not null
);
create index college_vacancy_by_college on college_vacancy (college_id);

create table carence (
    id text primary key,
    place_id text not null references place (id),
    recorded_on text not null,
    text text not null,
    ended_on text
);
create index carence_by_place on carence (place_id);

create table delegation (
    id text primary key,
    place_id text not null references place (id),
    title text not null,
    mandate_ids text not null,
    starts_on text not null,
    ends_on text,
    confirmed_on text,
    version integer not null
);
create index delegation_by_place on delegation (place_id);

-- One row per scheduled work; whoever of several servers takes the lease does it.
create table job (
    name text primary key,
    due_at text not null,
    leased_until text,
    last_done_at text
);
