// Who sees which of the contract's own rows, said once more where they lie: the shares of one's own body, and nothing else. What was
// signed and what is held is the commands' alone. Wsw art. 15 lid 1 en 2; decision 0017.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, unprotect, type RowRules } from '#shell/row-security/protect.js';
import { IS_SHARED, SHARES_OF_MINE } from './employment-rules.js';

const RULES: Readonly<Record<string, RowRules>> = {
  employment_share: { read: SHARES_OF_MINE },
  acceptance: {},
  hold_tombstone: {},
  hold_lease: {},
  succession: {},
};

export class ContractRowSecurity1 implements MigrationInterface {
  readonly name = 'ContractRowSecurity1700000000102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IS_SHARED);
    for (const [table, rules] of Object.entries(RULES)) await protect(runner, table, rules);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unprotect(runner, ...Object.keys(RULES));
    await runner.query('drop function schakel_is_shared');
  }
}
