/**
 * Who sees which of this company's workers, said once more where the rows lie. Werknemer and plaatsing follow the dienstverband;
 * reserveringen are the commands' alone: the letter of the werkplek says what others may know. Decision 0017.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, READING, unprotect, type RowRules } from '#shell/row-security/protect.js';
import { DROP_EMPLOYMENT_FUNCTIONS, employmentFunctions, employmentSeen, seesPlacement, seesWorker, type EmploymentColumns } from '#sw-contract/store/employment-rules.js';

const columns = (alias: string): EmploymentColumns => ({ id: `${alias}.dvnr::text`, person: `${alias}.wnr`, payingMunicipality: `${alias}.betgem` });

const RULES: Readonly<Record<string, RowRules>> = {
  dienstverband: { read: employmentSeen(columns('dienstverband')), figures: 'true' },
  werknemer: { read: seesWorker('werknemer.wnr'), figures: 'true' },
  plaatsing: { read: seesPlacement('plaatsing.dvnr') },
  placement_suspension: { read: `${READING} AND EXISTS (SELECT 1 FROM plaatsing p WHERE p.afspraak = placement_suspension.agreement)` },
  reservering: {},
};

export class Rijbeveiliging1710000000004 implements MigrationInterface {
  readonly name = 'Rijbeveiliging1710000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of employmentFunctions('dienstverband', columns('e'), { column: 'dvnr', type: 'integer' })) await runner.query(statement);
    for (const [table, rules] of Object.entries(RULES)) await protect(runner, table, rules);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unprotect(runner, ...Object.keys(RULES));
    await runner.query(DROP_EMPLOYMENT_FUNCTIONS);
  }
}
