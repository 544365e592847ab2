-- SPDX-License-Identifier: EUPL-1.2
-- What groups ask for and the answers they get; what they decide themselves.

create table proposal (
    id text primary key,
    establishment_id text not null references place (id),
    place_id text not null references place (id),
    programme_id text,
    space_id text references space (id),
    idea_id text references idea (id),
    title text not null,
    lived text,
    state text not null check (state in
        ('decided_by_team', 'awaited', 'accepted', 'accepted_done', 'accepted_not_done', 'tried', 'passed_on', 'refused')),
    answer_college_id text references college (id),
    asked_on text not null,
    due_on text,
    assigned_to text references account (id),
    level text not null,
    meanwhile text not null,
    version integer not null
);
create index proposal_by_establishment on proposal (establishment_id, due_on);
create index proposal_by_space on proposal (space_id);

create table proposal_entry (
    id text primary key,
    proposal_id text not null references proposal (id),
    number integer not null,
    kind text not null,
    entered_on text not null,
    words text not null,
    by_function text not null,
    by_college text,
    until_on text,
    level text not null,
    unique (proposal_id, number)
);

create table local_rule (
    id text primary key,
    proposal_id text not null references proposal (id),
    establishment_id text not null references place (id),
    place_id text not null references place (id),
    words text not null,
    decided_on text not null,
    review_on text,
    holds text,
    review_words text not null,
    reviewed_on text,
    version integer not null
);
create index local_rule_by_proposal on local_rule (proposal_id);
create index local_rule_by_establishment on local_rule (establishment_id, review_on);
