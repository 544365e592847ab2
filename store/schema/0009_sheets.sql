-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0009_sheets.sql
--
-- Sheets, their versions, the drafts of each editor, which circle reads which version, comments and sources.

-- A template as it was when a sheet was begun: a pack that changes does not change the sheets already written.
create table sheet_template (
    id text not null,
    version integer not null,
    content text not null,
    primary key (id, version)
);

create table sheet (
    id text primary key,
    template_id text not null,
    template_version integer not null,
    establishment_id text not null references place (id),
    place_id text not null references place (id),
    programme_id text,
    owner_id text not null references account (id),
    written_with text not null,
    audience text not null check (audience in ('authors', 'establishment', 'cluster', 'region', 'public')),
    begun_on text not null,
    shared_on text,
    shared_version integer,
    settled_on text,
    settled_version integer,
    no_reply_on text,
    version integer not null,
    foreign key (template_id, template_version) references sheet_template (id, version)
);
create index sheet_by_establishment on sheet (establishment_id, begun_on);
create index sheet_by_programme on sheet (programme_id);

create table sheet_version (
    id text primary key,
    sheet_id text not null references sheet (id),
    number integer not null,
    written_on text not null,
    by_function text not null,
    by_college text not null,
    note text not null,
    contents text not null,
    unique (sheet_id, number)
);

create table sheet_draft (
    sheet_id text not null references sheet (id),
    account_id text not null references account (id),
    base_version integer not null,
    saved_at text not null,
    contents text not null,
    primary key (sheet_id, account_id)
);

create table sheet_release (
    id text primary key,
    sheet_id text not null references sheet (id),
    audience text not null check (audience in ('cluster', 'region', 'public')),
    number integer not null,
    released_on text not null
);
create index sheet_release_by_sheet on sheet_release (sheet_id);

-- Which version a gate is asked for: what is written meanwhile is not released with it.
create table sheet_widening (
    gate_id text primary key,
    sheet_id text not null references sheet (id),
    audience text not null,
    number integer not null
);
create index sheet_widening_by_sheet on sheet_widening (sheet_id);

create table sheet_comment (
    id text primary key,
    sheet_id text not null references sheet (id),
    section_key text not null,
    number integer not null,
    written_on text not null,
    by_college text not null,
    words text not null
);
create index sheet_comment_by_sheet on sheet_comment (sheet_id);

create table sheet_source (
    sheet_id text not null references sheet (id),
    kind text not null,
    object_id text not null,
    primary key (sheet_id, kind, object_id)
);
