-- Settings of the policy table that somebody shared by a short link. A row never changes: a link says the same to everybody who opens it.
create table share (
  id text collate "C" primary key check (id ~ '^[0-9a-z]{10,52}$'),
  region text collate "C" not null,
  content text collate "C" not null,
  made timestamptz not null default now()
);
create index share_region on share (region);
