-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0003_audit_thread.sql
--
-- The audit journal, the thread, and the stems by which search finds its nodes.

create table audit_chain (
    chain text primary key,
    length integer not null,
    head text not null
);

create table audit_entry (
    chain text not null references audit_chain (chain),
    number integer not null,
    at text not null,
    actor_id text,
    action text not null,
    object_kind text not null,
    object_id text not null,
    details text not null,
    hash text not null,
    primary key (chain, number)
);

create table thread_node (
    kind text not null,
    object_id text not null,
    establishment_id text not null references place (id),
    programme_id text,
    title text not null,
    happened_on text not null,
    state text not null,
    audience text not null,
    destroyed integer not null check (destroyed in (0, 1)),
    primary key (kind, object_id)
);
create index thread_node_by_establishment on thread_node (establishment_id, happened_on);
create index thread_node_by_audience on thread_node (audience, happened_on);

create table thread_link (
    from_kind text not null,
    from_id text not null,
    to_kind text not null,
    to_id text not null,
    relation text not null,
    linked_on text not null,
    primary key (from_kind, from_id, to_kind, to_id, relation)
);
create index thread_link_back on thread_link (to_kind, to_id);

-- One row per stem of an object's words: the same search on both engines, without either's own dialect. The day
-- stands here too, so that the newest are found first without reading the rest; `wide` is 1 for what was
-- released beyond its establishment.
create table search_stem (
    stem text not null,
    kind text not null,
    object_id text not null,
    establishment_id text not null,
    happened_on text not null,
    wide integer not null check (wide in (0, 1)),
    primary key (stem, kind, object_id)
);
create index search_stem_by_object on search_stem (kind, object_id);
create index search_stem_newest on search_stem (stem, establishment_id, happened_on desc, kind, object_id);
create index search_stem_wide on search_stem (stem, wide, happened_on desc, kind, object_id);
