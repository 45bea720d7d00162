/** The logs behind the system door: no reader sees a row of them by a statement of his own. They are written, and asked, where the shell opens that door itself. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, unprotect } from '../row-security/protect.js';

const TABLES = ['processing_log', 'processing_unsent', 'access_log', 'access_unlinked', 'access_linked', 'access_forgotten'];

export class ShellTables8 implements MigrationInterface {
  readonly name = 'ShellTables1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await protect(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unprotect(runner, ...TABLES);
  }
}
