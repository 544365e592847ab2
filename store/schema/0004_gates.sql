-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0004_gates.sql
--
-- Gates, and what the colleges said.

create table gate (
    id text primary key,
    establishment_id text not null references place (id),
    programme_id text,
    subject_kind text not null,
    subject_id text not null,
    passage text not null,
    title text not null,
    asked_on text not null,
    due_on text not null,
    asked_of text not null,
    opinion_of text not null,
    state text not null check (state in ('open', 'passed', 'refused', 'withdrawn')),
    attempt integer not null,
    closed_on text,
    silence_recorded integer not null check (silence_recorded in (0, 1)),
    note text not null,
    version integer not null
);
create index gate_by_establishment on gate (establishment_id, state, due_on);
create unique index gate_by_subject on gate (subject_kind, subject_id, passage, attempt);

create table gate_answer (
    id text primary key,
    gate_id text not null references gate (id),
    college_id text not null references college (id),
    mandate_id text not null references mandate (id),
    answer text not null check (answer in ('yes', 'no', 'opinion')),
    reason text not null,
    met_on text,
    answered_on text not null,
    unique (gate_id, college_id, mandate_id)
);
