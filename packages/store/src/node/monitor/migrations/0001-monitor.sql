-- What the monitor keeps. Names of series, areas, periods and sources stand once; everything else refers to them by number.
-- Texts compare by code point ("C"), so that every machine sorts alike.

create type value_state as enum ('value', 'secret', 'impossible', 'missing', 'withdrawn');
create type figure_standing as enum ('observed', 'provisional', 'revised', 'final', 'derived', 'expected');

-- Counts the changes: who kept the number sees that there was one.
create table state (
  only_row boolean primary key default true check (only_row),
  epoch text not null,
  changes bigint not null
);

create table series (id int generated always as identity primary key, name text collate "C" not null unique);
create table area (id int generated always as identity primary key, name text collate "C" not null unique);
create table source (id int generated always as identity primary key, name text collate "C" not null unique);

-- Periods with their beginning and end in decimal years, to sort by time.
create table period (
  id int generated always as identity primary key,
  name text collate "C" not null unique,
  starts double precision not null,
  ends double precision not null
);

-- Units, signs, notes and texts on where a figure comes from. They may be long, so they are found by hash.
create table word (id int generated always as identity primary key, name text collate "C" not null);
create index word_name on word using hash (name);
insert into word (name) values (''); -- number 1: what a withdrawn figure has

create table vintage (
  id int generated always as identity primary key,
  name text collate "C" not null unique,
  source int not null references source,
  office_table text,
  published text collate "C",
  retrieved text collate "C" not null,
  moment text collate "C" not null, -- day of publication, else of retrieval: its place among the versions of its source
  hash text not null,
  classification text,
  address text not null,
  licence text not null,
  attribution text not null,
  covers_series int[],
  covers_areas int[],
  about int[] not null, -- series of its facts and of what it covers: by these its facts are found
  check ((covers_series is null) = (covers_areas is null))
);
create index vintage_source on vintage (source);

-- What of a version waits for a person: it counts as neither said nor withdrawn. Empty stands for all.
create table waiting (
  vintage int not null references vintage,
  series text collate "C" not null,
  area text collate "C" not null,
  period text collate "C" not null
);
create index waiting_vintage on waiting (vintage);

-- What a version says, as far as it differs from what was known. A row that only repeats is there where nothing else tells that the
-- version said it. Without foreign keys: a million of them checked one by one would take longer than all the rest.
create table fact (
  value double precision,
  series int not null,
  area int not null,
  period int not null,
  source int not null,
  vintage int not null,
  unit int not null,
  attribute int not null,
  origin int not null,
  note int not null,
  state value_state not null,
  standing figure_standing not null,
  decimals smallint,
  repeats boolean not null,
  primary key (series, area, period, source, vintage),
  check ((value is null) = (state <> 'value'))
);

-- What is read and written as a whole stands as JSON text.
create table held (
  id text collate "C" primary key,
  vintage text collate "C" not null,
  since text collate "C" not null,
  item text not null,
  decision text
);
create index held_vintage on held (vintage);
create table source_check (source text collate "C" primary key, last text not null, last_good text);
create table boundary (year int primary key, content text not null);
