/**
 * What the money of an agreement is counted with: the state grant and the minimum of labour years per municipality and year (public figures),
 * and the moves of indicated residents, on which the residency fee rests. Wsw arts 8 to 10; decision 0017 for who sees which row.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { answeredWithRowsOpen } from '#shell/row-security/answers.js';
import { BODY, MY_MUNICIPALITIES, protect, readsAs, SUBJECT, TODAY, unprotect } from '#shell/row-security/protect.js';

/** Who pays follows from all moves since the employment began, so a college of one of them reads the others too, as long as the employment lasts. */
const PASSED_MINE = answeredWithRowsOpen(
  'schakel_passed_mine(asked text)',
  `exists (select 1 from residence_move l join employment_pointer p on p.person = l.person
    where l.person = asked and (l.from_municipality = any(${MY_MUNICIPALITIES}) or l.to_municipality = any(${MY_MUNICIPALITIES}))
      and p.from_date < l.moved_on and (p.until_date is null or p.until_date >= ${TODAY}))`,
);

/** Also where the pointer is another college's to read: of the employment nothing is told but that it lasts. */
const WORKS_SINCE = answeredWithRowsOpen(
  'schakel_works_since(asked text, day date)',
  `exists (select 1 from employment_pointer p where p.person = asked and p.from_date < day and (p.until_date is null or p.until_date >= ${TODAY}))`,
);

/** The college that is left and the one that is come to, and those of the worker's other moves; the firm that employs him today; he himself. */
const MOVE_READERS = `
  (${readsAs('CASE_WORKER')} and (residence_move.from_municipality = any(${MY_MUNICIPALITIES}) or residence_move.to_municipality = any(${MY_MUNICIPALITIES})
    or schakel_passed_mine(residence_move.person)))
  or (${readsAs('PLACEMENT_OFFICER')} and exists (select 1 from employment_pointer p where p.person = residence_move.person and p.company = ${BODY}
    and p.from_date <= ${TODAY} and (p.until_date is null or p.until_date >= ${TODAY})))
  or (${readsAs('WORKER')} and residence_move.person = ${SUBJECT})`;

export class FinanceTables1 implements MigrationInterface {
  readonly name = 'FinanceTables11731000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table municipal_finance (
        municipality text not null, year integer not null, state_grant numeric not null check (state_grant >= 0),
        minimum_labour_years numeric not null check (minimum_labour_years >= 0), realised_labour_years numeric check (realised_labour_years >= 0),
        as_of timestamptz not null, primary key (municipality, year))`);
    await runner.query(`
      create table residence_move (
        person text not null, moved_on date not null, from_municipality text not null, to_municipality text not null,
        as_of timestamptz not null, primary key (person, moved_on), check (from_municipality <> to_municipality))`);
    await runner.query('create index residence_move_from on residence_move (from_municipality, moved_on)');
    await runner.query('create index residence_move_to on residence_move (to_municipality, moved_on)');
    await runner.query(PASSED_MINE);
    await runner.query(WORKS_SINCE);
    await protect(runner, 'residence_move', { read: MOVE_READERS });
  }

  async down(runner: QueryRunner): Promise<void> {
    await unprotect(runner, 'residence_move');
    await runner.query('drop table residence_move, municipal_finance');
    await runner.query('drop function schakel_works_since, schakel_passed_mine');
  }
}
