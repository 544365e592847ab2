-- SPDX-License-Identifier: EUPL-1.2
-- Discussion spaces. The tables of what people wrote hold no author, no device, no address, no time and no number
-- that counts; on SQLite they are ordered by their random key alone (see store/sqlite.cpp).

create table space (
    id text primary key,
    establishment_id text not null references place (id),
    place_id text not null references place (id),
    programme_id text,
    title text not null,
    occasion text not null,
    openness text not null,
    still_open text not null,
    decided_by text not null,
    facilitator_id text not null references account (id),
    facilitated_by text not null,
    hierarchy text not null,
    hierarchy_words text not null,
    held_on text not null,
    minutes integer not null,
    open_until text,
    who_reads text not null,
    until_when text not null,
    cannot_promise text not null,
    destroy_on text not null,
    remainder text not null,
    wider_space_id text references space (id) deferrable initially deferred,
    situations_kept integer not null check (situations_kept in (0, 1)),
    answer_delay_days integer not null check (answer_delay_days between 1 and 365),
    state text not null check (state in ('prepared', 'open', 'closed', 'destroyed')),
    step integer not null check (step between 1 and 10),
    return_on text,
    returned_on text,
    return_words text not null,
    closed_on text,
    destroyed_on text,
    remainder_destroyed integer not null check (remainder_destroyed in (0, 1)),
    version integer not null
);
create index space_by_establishment on space (establishment_id, held_on);
create index space_by_facilitator on space (facilitator_id);
create index space_by_destruction on space (destroy_on);

-- What opens a space, apart from it, so that reading a space never reads a key. The salt goes at closing, the code
-- with the contributions.
create table space_key (
    space_id text primary key references space (id),
    code text unique,
    salt text not null,
    follow_token text unique
);

create table situation (
    id text primary key,
    space_id text not null references space (id),
    title text not null,
    asked text not null,
    done text not null,
    helps text not null,
    hinders text not null,
    cost_care text not null,
    cost_work text not null,
    version integer not null
);
create index situation_by_space on situation (space_id);

create table space_minutes (
    space_id text not null references space (id),
    number integer not null,
    words text not null,
    written_on text not null,
    primary key (space_id, number)
);

-- Phones that entered, by the digest of a secret they keep: only to bound how many.
create table space_phone (
    space_id text not null references space (id),
    phone text not null,
    primary key (space_id, phone)
);

create table waiting_contribution (
    id text primary key,
    space_id text not null references space (id),
    writer text not null,
    source text not null,
    kind text not null,
    words text not null
);
create index waiting_contribution_by_space on waiting_contribution (space_id);

-- Keys of what was already released or withdrawn, so that a phone that sends again after a broken connection is
-- not heard twice. Digests: they lead to no sentence.
create table spent_contribution (
    space_id text not null references space (id),
    spent text not null,
    primary key (space_id, spent)
);

create table contribution (
    id text primary key,
    space_id text not null references space (id),
    kind text not null,
    words text not null,
    state text not null,
    reason text not null,
    lived text
);
create index contribution_by_space on contribution (space_id);

create table idea (
    id text primary key,
    space_id text not null references space (id),
    words text not null,
    first_words text,
    taken_from text,
    sort text,
    lived text,
    answer_college_id text references college (id),
    proposal_id text,
    set_aside_reason text not null,
    version integer not null
);
create index idea_by_space on idea (space_id);

-- One answer of one phone to one sentence; the digest differs for each sentence, so answers cannot be joined. All
-- rows go when what is shared is shown.
create table sentence_reaction (
    sentence_id text not null,
    reactor text not null,
    space_id text not null references space (id),
    answer text not null,
    primary key (sentence_id, reactor)
);
create index sentence_reaction_by_space on sentence_reaction (space_id);
