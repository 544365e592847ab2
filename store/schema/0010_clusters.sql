-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0010_clusters.sql
--
-- The news of a cluster's homes and the links by which they arrive; the hours of a session; who asked a gate.

create table cluster_news (
    id text primary key,
    programme_id text not null references programme (id),
    place_id text not null references place (id),
    told_on text not null,
    told_number integer not null,
    lines text not null,
    unique (programme_id, place_id, told_on, told_number)
);

-- Only the digest of the secret is kept.
create table cluster_news_link (
    token_hash text primary key,
    programme_id text not null references programme (id),
    place_id text not null references place (id),
    made_on text not null,
    closed_on text
);
create index cluster_news_link_by_home on cluster_news_link (programme_id, place_id);

alter table programme_session add column starts_at text;
alter table programme_session add column ends_at text;
alter table programme_session add column to_prepare text;

alter table gate add column asked_by text references college (id);
