-- SPDX-License-Identifier: EUPL-1.2
-- store/schema/0018_follow_up.sql
--
-- How an indicator is counted, by whom, how often and for how many people; its figures, summed by period as they come in;
-- the link by which telephones add to them; and where a chart begins again. Figures of before were written on any day: each day
-- is its own period there.

alter table indicator add column counted_as text not null default 'count'
    check (counted_as in ('count', 'ratio', 'rate', 'measure'));
update indicator set counted_as = counting;
alter table indicator drop column counting;
alter table indicator rename column counted_as to counting;
alter table indicator add column entered_by text not null default '';
alter table indicator add column rhythm text not null default 'day' check (rhythm in ('day', 'week', 'month'));
alter table indicator add column entry text not null default 'hand' check (entry in ('hand', 'tally', 'pulse'));
alter table indicator add column hoped text not null default 'watched' check (hoped in ('less', 'more', 'watched'));
alter table indicator add column people integer not null default 0;
alter table indicator add column library_code text not null default '';
alter table indicator add column columns text;

create table indicator_figure (
    id text primary key,
    indicator_id text not null references indicator (id),
    counted_on text not null,
    numerator real not null check (numerator >= 0),
    base integer check (base >= 1),
    entries integer not null check (entries >= 1),
    set_aside text not null,
    unique (indicator_id, counted_on)
);
insert into indicator_figure
select id, indicator_id, counted_on, numerator, base, 1, '' from indicator_value;
drop table indicator_value;

-- At most one link per indicator; a new one takes its place.
create table indicator_link (
    id text primary key references indicator (id),
    token text not null unique
);

-- What a telephone sent is added once, however often it is sent: its number, and nothing about it.
create table indicator_tally (
    id text primary key,
    indicator_id text not null references indicator (id),
    counted_on text not null
);
create index indicator_tally_by_day on indicator_tally (indicator_id, counted_on);

alter table experiment_event add column begins_part integer not null default 0;
