-- All data of the federation in one schema, as somebody would make it who could: one table per thing, whoever's it is.
create table municipality (code text primary key, name text not null);
create table delivery (kind text primary key, as_of date);
create table person (id text primary key, bsn text not null unique, name text not null, birth_date date not null);
create table residence (person text not null, municipality text not null, from_on date not null, until_on date);
create table representative (number text primary key, person text not null, kind text not null, name text not null, from_on date not null, until_on date);
create table application (
  number text primary key, person text not null, kind text not null, municipality text not null, received_on date not null, decided_on date, decision text,
  base_due_on date not null, suspended_since date, term_weeks integer, new_term_told_on date, new_term_until date, default_notice_on date);
create table suspension (application text not null, from_on date not null, until_on date, primary key (application, from_on));
create table benefit (number text primary key, person text not null, scheme text not null, status text not null, from_on date not null, until_on date, monthly_amount numeric(10,2));
create table indication (
  number text primary key, person text not null, municipality text not null, kind text not null, category text, decided_on date not null, valid_until date,
  advice_supervised_employment boolean, adaptations text[] not null, postcode_area text);
create table trajectory (number text primary key, person text not null, municipality text not null, instrument text not null, from_on date not null, until_on date, outcome text);
create table company (code text primary key, body text not null unique, name text not null, live boolean not null, roster_as_of date, workplaces_as_of date);
-- An index of who works where, as the companies announced it, is not needed here: the employments themselves are.
create table employment (
  id text primary key, company text not null, person text not null, worker_name text, work_form text not null, hours_per_week text, from_on date not null, until_on date,
  formal_employer text, paying_municipality text, category text, birth_date date);
create table workplace (
  id text primary key, company text not null, position text not null, employer_id text, employer_name text, title text, function text, municipality text, postcode_area text,
  hours_min text, hours_max text, adaptations text[] not null, supervision_hours text, available_from date, status text not null);
create table placement (
  id text primary key, company text not null, position text not null, employment text, workplace text, hirer_name text, function text, agreement uuid, work_form text not null,
  hours_per_week text, from_on date not null, until_on date);
create table offer (
  id uuid primary key, person text not null, recorded_by text not null, recorded_on date not null, choice text, chosen text);
create table agreement (
  id uuid primary key, seq bigint not null unique, version integer not null, revision integer not null, state text not null, person text not null, profile uuid not null,
  offer uuid not null, terms_version integer not null, placing_body text not null, receiving_body text not null, workplace text not null, worker jsonb,
  expires_on date not null, ends_on date, holding boolean not null, decided boolean not null, reminders jsonb not null, amends uuid);
create table terms_version (agreement uuid not null, number integer not null, hash text not null, terms jsonb not null, facts jsonb not null, proposed_by text not null, primary key (agreement, number));
create table agreement_party (agreement uuid not null, terms_version integer not null, role text not null, position integer not null, acting_body text not null,
  on_behalf_of text not null, basis text not null, authority_until date, primary key (agreement, terms_version, role));
create table acceptance (agreement uuid not null, role text not null, revision integer not null, terms_version integer not null, acting_body text not null, voided_by integer);
-- Who saw whose data, one row per person and request, committed before the answer leaves.
create table access_log (
  id bigint generated always as identity primary key, at timestamptz not null default now(), request text not null, actor text not null, body text not null,
  roles text[] not null, action text not null, subject text not null, activity text not null);
create table employment_share (agreement uuid not null, employment text not null, body text not null, primary key (agreement, employment, body));
