/**
 * What the half-yearly statistics ask of a dienstverband: the percentage of the wage that is paid (-1 = not known), the form of work before
 * the present one (blank = none), and why somebody left and where to, in the codes of the regulation (0 = none).
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = ['loonpct', 'vwerkvorm', 'vdtpct', 'vloonpct', 'veinddat', 'ontslag', 'bestem'];

export class Statistiek1731000000022 implements MigrationInterface {
  readonly name = 'Statistiek1731000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dienstverband
        ADD loonpct integer NOT NULL DEFAULT -1 CHECK (loonpct BETWEEN -1 AND 100),
        ADD vwerkvorm varchar(2) NOT NULL DEFAULT '' CHECK (vwerkvorm IN ('', 'B', 'DI', 'DG', 'BW')),
        ADD vdtpct numeric(5,2) NOT NULL DEFAULT 0 CHECK (vdtpct BETWEEN 0 AND 100),
        ADD vloonpct integer NOT NULL DEFAULT -1 CHECK (vloonpct BETWEEN -1 AND 100),
        ADD veinddat integer NOT NULL DEFAULT 0 CHECK (veinddat = 0 OR veinddat >= ingdat AND (einddat = 0 OR veinddat < einddat)),
        ADD ontslag integer NOT NULL DEFAULT 0 CHECK (ontslag BETWEEN 0 AND 9),
        ADD bestem integer NOT NULL DEFAULT 0 CHECK (bestem BETWEEN 0 AND 11),
        ADD CHECK ((vwerkvorm = '') = (veinddat = 0))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE dienstverband ${COLUMNS.map((column) => `DROP ${column}`).join(', ')}`);
  }
}
