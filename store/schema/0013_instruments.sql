-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0013_instruments.sql
--
-- Questionnaires as establishments write them, and the versions that were fixed. Nothing anybody answered is near them.

create table instrument (
    id text primary key,
    establishment_id text not null references place (id),
    origin text not null,
    content text not null,
    begun_on text not null,
    version integer not null
);
create index instrument_of_establishment on instrument (establishment_id);

create table instrument_version (
    instrument_id text not null references instrument (id),
    number integer not null,
    content text not null,
    fixed_on text not null,
    primary key (instrument_id, number)
);
