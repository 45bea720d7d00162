/**
 * Who looks for a worker for a place learns of a candidate that he is promised already, and nothing of the agreement: the rows are the parties'
 * own, so this names who is promised and no more, once for a statement and not once for a candidate. Domain brief 2.10 (profile first). Decision 0017.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { answeredWithRowsOpen } from '#shell/row-security/answers.js';

/** As PROMISED_STATES of domain/state-machine.ts; store/candidate-promises.test.ts holds the two together. */
const PROMISED = `('RESERVING', 'AGREED', 'WORKER_INFORMED', 'WORKER_AGREED', 'COMMITTING', 'SIGNED', 'ACTIVE', 'SUSPENDED', 'ENDING')`;

const PROMISED_PERSONS = answeredWithRowsOpen(
  'schakel_promised(day date)',
  `array(select a.person from agreement a where a.state in ${PROMISED}
    and (a.until_date is null or a.until_date >= day) and (a.ends_on is null or a.ends_on >= day))`,
  'text[]',
);

export class CandidatePromises1 implements MigrationInterface {
  readonly name = 'CandidatePromises11731000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROMISED_PERSONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function schakel_promised');
  }
}
