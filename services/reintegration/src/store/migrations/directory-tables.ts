/** The directory's tables: its own registers, the pointer index, and the profiles under which a waiting person is shown to other bodies. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DirectoryTables1 implements MigrationInterface {
  readonly name = 'DirectoryTables1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indication (
        number text primary key, person text not null, municipality text not null,
        kind text not null check (kind in ('WSW', 'NEW_SHELTERED')), category text check (category in ('MODERATE', 'SEVERE')),
        applied_on date not null, decided_on date not null, valid_until date, reindication_requested_on date,
        advice_supervised_employment boolean, adaptations text[] not null, waiting_since date, postcode_area text,
        as_of timestamptz not null, check (valid_until >= decided_on))`);
    await runner.query('create index indication_person on indication (person, municipality)');
    await runner.query('create index indication_expiry on indication (municipality, valid_until)');
    await runner.query(`
      create table trajectory (
        number text primary key, person text not null, municipality text not null, instrument text not null, programme text,
        from_date date not null, until_date date, outcome text, provider_name text, provider_kind text,
        as_of timestamptz not null, check (until_date >= from_date))`);
    await runner.query('create index trajectory_person on trajectory (person, municipality)');
    await runner.query('create table employer (kvk_number text primary key, name text not null, postcode_area text, as_of timestamptz not null)');
    await runner.query(`
      create table employment_pointer (
        person text not null, company text not null, employment text not null, from_date date not null, until_date date,
        primary key (employment))`);
    await runner.query('create index employment_pointer_person on employment_pointer (person)');
    await runner.query('create index employment_pointer_company on employment_pointer (company, person)');
    await runner.query(`
      create table company_announcement (
        company text primary key, announcements integer not null, announced integer not null, stated integer,
        received_at timestamptz not null)`);
    await runner.query('create table candidate_profile (person text primary key, profile uuid not null unique default gen_random_uuid())');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table candidate_profile, company_announcement, employment_pointer, employer, trajectory, indication');
  }
}
