/** The kept questions behind the system door: they name who asked, and the counts in them are not for whoever reads. Decision 0017. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, unprotect } from '../row-security/protect.js';

export class ShellTables9 implements MigrationInterface {
  readonly name = 'ShellTables1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await protect(runner, 'figures_question');
    await protect(runner, 'figures_population');
  }

  down(runner: QueryRunner): Promise<void> {
    return unprotect(runner, 'figures_question', 'figures_population');
  }
}
