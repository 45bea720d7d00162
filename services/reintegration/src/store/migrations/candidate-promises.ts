/**
 * Who looks for a worker for a place learns of a candidate that he is promised already, and nothing of the agreement: a yes or no through the
 * rows, because those are the parties' own. Domain brief 2.10 (profile first). Decision 0017.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { answeredWithRowsOpen } from '#shell/row-security/answers.js';

/** As PROMISED_STATES of domain/state-machine.ts; store/candidate-promises.test.ts holds the two together. */
const PROMISED = `('RESERVING', 'AGREED', 'WORKER_INFORMED', 'WORKER_AGREED', 'COMMITTING', 'SIGNED', 'ACTIVE', 'SUSPENDED', 'ENDING')`;

const IS_PROMISED = answeredWithRowsOpen(
  'schakel_is_promised(asked text, day date)',
  `exists (select 1 from agreement a where a.person = asked and a.state in ${PROMISED}
    and (a.until_date is null or a.until_date >= day) and (a.ends_on is null or a.ends_on >= day))`,
);

export class CandidatePromises1 implements MigrationInterface {
  readonly name = 'CandidatePromises11731000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IS_PROMISED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function schakel_is_promised');
  }
}
