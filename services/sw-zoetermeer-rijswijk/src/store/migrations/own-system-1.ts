// The company's own schema: one fact in one place, hours per week, inclusive calendar dates, null for open or unknown.
// Numbers are the company's own and sort by byte, so that a page is the same whatever the locale of the server.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OwnSystem1 implements MigrationInterface {
  readonly name = 'OwnSystem1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table employer (
        id bigint generated always as identity primary key,
        kvk_number text unique, name text not null, postcode_area text)`);
    await runner.query(`
      create table worker (
        person text primary key, name text, birth_date date)`);
    await runner.query(`
      create table employment (
        number text collate "C" primary key, person text not null references worker (person),
        work_form text not null, hours_per_week numeric not null check (hours_per_week > 0 and hours_per_week <= 40),
        from_date date not null, until_date date, paying_municipality text not null, formal_employer text not null,
        category text not null check (category in ('MODERATE', 'SEVERE')),
        check (until_date >= from_date))`);
    await runner.query('create index employment_person on employment (person)');
    await runner.query('create index employment_municipality on employment (paying_municipality, number)');
    await this.places(runner);
  }

  private async places(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table workplace (
        number text collate "C" primary key, employer_id bigint not null references employer (id),
        title text not null, function text not null, municipality text not null, postcode_area text,
        hours_min numeric not null, hours_max numeric not null, adaptations text[] not null default '{}',
        supervision_hours numeric not null, available_from date,
        status text not null check (status in ('OPEN', 'TAKEN', 'CLOSED')),
        check (hours_max >= hours_min))`);
    await runner.query(`
      create table hold (
        workplace text collate "C" primary key references workplace (number), agreement uuid not null, terms_version integer not null,
        state text not null check (state in ('HELD', 'TAKEN')), from_date date not null, until_date date,
        hours_per_week numeric not null, function text not null, changed_at timestamptz not null default now())`);
    await runner.query('create index hold_agreement on hold (agreement)');
    await runner.query(`
      create table placement (
        number text collate "C" primary key, employment text collate "C" references employment (number),
        workplace text collate "C" references workplace (number), hirer_id bigint references employer (id),
        function text, supervisor text, agreement uuid unique, work_form text not null,
        hours_per_week numeric not null, fee_per_hour numeric, from_date date not null, until_date date,
        changed_at timestamptz not null default now())`);
    await runner.query('create index placement_employment on placement (employment)');
    await runner.query('create index placement_workplace on placement (workplace)');
    await runner.query('create index placement_period on placement (from_date, until_date)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table placement, hold, workplace, employment, worker, employer');
  }
}
