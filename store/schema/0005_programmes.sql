-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0005_programmes.sql
--
-- Programmes, the steps they walked, what was added to them, and the establishments that walk one together.

create table programme (
    id text primary key,
    template_id text not null,
    kind text not null check (kind in ('demarche', 'cluster')),
    place_id text not null references place (id),
    title text not null,
    care_stake text not null,
    work_stake text not null,
    perimeter text not null,
    outside_perimeter text not null,
    committee text not null,
    openness text not null check (openness in ('inform', 'consult', 'participate')),
    openness_text text not null,
    who_decides text not null,
    still_open text not null,
    step text not null,
    started_on text not null,
    version integer not null
);
create index programme_by_place on programme (place_id, started_on);

create table programme_step (
    programme_id text not null references programme (id),
    number integer not null,
    step_key text not null,
    entered_on text not null,
    left_on text,
    primary key (programme_id, number)
);

create table means (
    id text primary key,
    programme_id text not null references programme (id),
    what text not null,
    how_much text not null,
    replaced text not null check (replaced in ('yes', 'no', 'partly', 'not_applicable')),
    replaced_text text not null,
    amount_eur integer check (amount_eur >= 0),
    until_on text,
    version integer not null
);
create index means_by_programme on means (programme_id);

create table linked_project (
    id text primary key,
    programme_id text not null references programme (id),
    kind text not null,
    title text not null,
    starts_on text,
    ends_on text,
    text text not null,
    version integer not null
);
create index linked_project_by_programme on linked_project (programme_id);

create table trigger_event (
    id text primary key,
    programme_id text not null references programme (id),
    code text not null,
    happened_on text not null,
    text text not null,
    version integer not null
);
create index trigger_event_by_programme on trigger_event (programme_id, happened_on);

-- The college that wrote, never the person.
create table journal_entry (
    id text primary key,
    programme_id text not null references programme (id),
    happened_on text not null,
    text text not null,
    written_by text
);
create index journal_entry_by_programme on journal_entry (programme_id, happened_on);

create table programme_session (
    id text primary key,
    programme_id text not null references programme (id),
    number integer not null,
    step_key text not null,
    held_on text,
    place_text text not null,
    subject text not null,
    ideas text not null,
    version integer not null
);
create index programme_session_by_programme on programme_session (programme_id, number);

create table deliverable_state (
    id text primary key,
    programme_id text not null references programme (id),
    step_key text not null,
    deliverable_key text not null,
    done_on text,
    sheet_id text,
    unique (programme_id, step_key, deliverable_key)
);

create table programme_handover (
    id text primary key,
    programme_id text not null references programme (id),
    left_on text not null,
    from_function text not null,
    to_function text not null,
    left_text text not null,
    lost_text text not null,
    read_by text not null
);
create index programme_handover_by_programme on programme_handover (programme_id, left_on);

create table programme_member (
    id text primary key,
    programme_id text not null references programme (id),
    establishment_id text not null references place (id),
    demarche_id text references programme (id),
    delegation_id text,
    position integer not null,
    blocked_text text not null,
    blocked_on text,
    version integer not null,
    unique (programme_id, establishment_id)
);
create index programme_member_by_establishment on programme_member (establishment_id);

create table home_task (
    id text primary key,
    member_id text not null references programme_member (id),
    step_key text not null,
    key text not null,
    title text not null,
    due_on text,
    state text not null check (state in ('not_started', 'started', 'done', 'abandoned')),
    state_text text not null,
    changed_on text,
    version integer not null
);
create index home_task_by_member on home_task (member_id, due_on);

create table cluster_support (
    id text primary key references programme (id),
    theme text not null,
    territory text not null,
    facilitated_by text not null,
    steering_text text not null,
    credits_granted_eur integer check (credits_granted_eur >= 0),
    credits_spent_eur integer check (credits_spent_eur >= 0),
    credits_for_text text not null,
    support_days_planned real,
    support_days_done real,
    version integer not null
);
