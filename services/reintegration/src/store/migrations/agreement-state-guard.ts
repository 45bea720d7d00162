/**
 * The database lets an agreement go only where the state machine lets it, and a terminal one never again (I7), whoever writes.
 * The list is the machine's of that day, kept as it was migrated; where the machine goes on, a new migration replaces the function (state-guard.test.ts demands it).
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const WAYS = {
  PROPOSED: ['PROPOSED', 'RESERVING', 'REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED'],
  RESERVING: ['PROPOSED', 'RESERVING', 'AGREED', 'DECLINED', 'WITHDRAWN', 'LAPSED'],
  AGREED: ['AGREED', 'WORKER_INFORMED', 'DECLINED', 'WITHDRAWN', 'LAPSED'],
  WORKER_INFORMED: ['WORKER_INFORMED', 'WORKER_AGREED', 'COMMITTING', 'DECLINED', 'WITHDRAWN', 'LAPSED'],
  WORKER_AGREED: ['WORKER_AGREED', 'COMMITTING', 'DECLINED', 'WITHDRAWN'],
  COMMITTING: ['PROPOSED', 'WORKER_INFORMED', 'COMMITTING', 'SIGNED', 'DECLINED'],
  SIGNED: ['SIGNED', 'ACTIVE', 'DECLINED'],
  ACTIVE: ['ACTIVE', 'SUSPENDED', 'ENDING', 'ENDED'],
  SUSPENDED: ['ACTIVE', 'SUSPENDED', 'ENDING', 'ENDED'],
  ENDING: ['ENDING', 'ENDED'],
  ENDED: [],
  REJECTED: [],
  DECLINED: [],
  WITHDRAWN: [],
  LAPSED: [],
} as const;

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const pairs = Object.entries(WAYS).flatMap(([before, after]) => after.map((one) => `${before}>${one}`));

export class AgreementTables2 implements MigrationInterface {
  readonly name = 'AgreementTables1700000002001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table agreement drop constraint agreement_state_check');
    await runner.query(`alter table agreement add constraint agreement_state_known check (state in (${quoted(Object.keys(WAYS))}))`);
    await runner.query(`
      create function agreement_state_guard() returns trigger language plpgsql as $$
      begin
        if old.state || '>' || new.state not in (${quoted(pairs)}) then
          raise exception 'an agreement does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'agreement_state_way';
        end if;
        return new;
      end $$`);
    await runner.query('create trigger agreement_state_guard before update of state on agreement for each row execute function agreement_state_guard()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger agreement_state_guard on agreement');
    await runner.query('drop function agreement_state_guard');
    await runner.query('alter table agreement drop constraint agreement_state_known');
    await runner.query(`alter table agreement add constraint agreement_state_check check (state in (${quoted(Object.keys(WAYS))}))`);
  }
}
