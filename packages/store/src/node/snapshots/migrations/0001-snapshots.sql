-- What the server said of an agenda, one row per state of content, model, figures and program. A row never changes: what changed between
-- two of them is computed when somebody asks.
create table snapshot (
  number int generated always as identity primary key,
  region text collate "C" not null,
  key text collate "C" not null,
  content text collate "C" not null,
  made timestamptz not null default now()
);
create index snapshot_region on snapshot (region, number);
