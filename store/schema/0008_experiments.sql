-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0008_experiments.sql
--
-- Experiments, their events, reservations, indicators and figures, the session that looks at them, the conclusion.

create table experiment (
    id text primary key,
    establishment_id text not null references place (id),
    place_id text not null references place (id),
    programme_id text,
    from_kind text check (from_kind in ('proposal', 'axis', 'conclusion')),
    from_id text,
    title text not null,
    hypothesis text not null,
    care_stake text not null check (care_stake <> ''),
    work_stake text not null check (work_stake <> ''),
    perimeter text not null,
    with_whom text not null,
    measured_from text,
    starts_on text not null,
    ends_on text not null,
    way_back text not null check (way_back <> ''),
    means text not null,
    works_if text not null,
    harms_if text not null,
    version integer not null,
    check (ends_on > starts_on),
    check ((from_kind is null) = (from_id is null))
);
create index experiment_by_establishment on experiment (establishment_id, starts_on);
create index experiment_by_programme on experiment (programme_id);

create table experiment_event (
    id text primary key,
    experiment_id text not null references experiment (id),
    kind text not null check (kind in ('event', 'adaptation', 'heard')),
    happened_on text not null,
    words text not null
);
create index experiment_event_by_experiment on experiment_event (experiment_id, happened_on);

create table experiment_reservation (
    id text primary key,
    experiment_id text not null references experiment (id),
    college_id text not null references college (id),
    college_kind text not null,
    words text not null,
    joined_on text not null,
    unique (experiment_id, college_id)
);

create table experiment_end_revision (
    id text primary key,
    experiment_id text not null references experiment (id),
    revised_on text not null,
    from_on text not null,
    to_on text not null,
    reason text not null check (reason <> '')
);
create index experiment_end_revision_by_experiment on experiment_end_revision (experiment_id, revised_on);

create table indicator (
    id text primary key,
    experiment_id text not null references experiment (id),
    title text not null,
    purpose text not null,
    definition text not null,
    counting text not null check (counting in ('count', 'ratio')),
    unit text not null,
    base_unit text not null,
    field text not null check (field in ('activity', 'methods', 'practices')),
    source text not null,
    expires_on text,
    version integer not null
);
create index indicator_by_experiment on indicator (experiment_id);

create table indicator_value (
    id text primary key,
    indicator_id text not null references indicator (id),
    counted_on text not null,
    numerator integer not null check (numerator >= 0),
    base integer check (base >= 1),
    unique (indicator_id, counted_on),
    check (base is null or numerator <= base)
);

create table experiment_review (
    id text primary key references experiment (id),
    held_on text not null,
    people integer not null,
    activities text not null,
    effectiveness text not null,
    technical text not null,
    social text not null,
    version integer not null
);

create table experiment_conclusion (
    id text primary key,
    experiment_id text not null unique references experiment (id),
    outcome text not null check (outcome in ('extend', 'adapt', 'go_back', 'not_pursue')),
    concluded_on text not null,
    words text not null,
    disagreement text not null,
    learnt text not null,
    would_need text not null
);
