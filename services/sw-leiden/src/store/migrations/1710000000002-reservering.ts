/**
 * What the federation added: one row per reservation of a workplace by an agreement, with a letter for where it stands:
 * R gereserveerd, B bezet (confirmed), X vrijgegeven, E beeindigd. The unique index is the last word on invariant I1: one
 * running reservation per workplace, whatever two transactions believe. Placements that come from agreements get numbers
 * from 900000 up, a range that the company's own numbering does not reach.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reservering1710000000002 implements MigrationInterface {
  readonly name = 'Reservering1710000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE reservering (
      resnr integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      wpnr integer NOT NULL REFERENCES werkplek,
      afspraak uuid NOT NULL,
      versie integer NOT NULL,
      stand varchar(1) NOT NULL CHECK (stand IN ('R', 'B', 'X', 'E')),
      ingdat integer NOT NULL,
      einddat integer NOT NULL DEFAULT 0,
      mutts timestamptz NOT NULL DEFAULT now())`);
    await runner.query(`CREATE UNIQUE INDEX reservering_lopend ON reservering (wpnr) WHERE stand IN ('R', 'B')`);
    await runner.query('CREATE INDEX reservering_afspraak ON reservering (afspraak)');
    await runner.query('CREATE SEQUENCE plaatsing_afspraak_nr AS integer START 900000 MINVALUE 900000');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SEQUENCE plaatsing_afspraak_nr');
    await runner.query('DROP TABLE reservering');
  }
}
