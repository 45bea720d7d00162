/**
 * What is not in any file: employments built from the statistics, and the federation's own rows (holds, placements from
 * agreements, discrepancies). The unique index is the last word on invariant I1: one running hold per workplace.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Own1710000000002 implements MigrationInterface {
  readonly name = 'Own1710000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [EMPLOYMENT, HOLD, PLACEMENT, DISCREPANCY, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE discrepancy, agreed_placement, workplace_hold, employment');
  }
}

/** last_period, last_delivery: the last half-year, and the file, whose statistics described this employment. */
const EMPLOYMENT = `CREATE TABLE employment (
  id text COLLATE "C" PRIMARY KEY,
  person text NOT NULL,
  work_form text NOT NULL,
  hours_per_week numeric(5,2),
  from_date date NOT NULL,
  until_date date,
  paying_municipality text NOT NULL,
  category text NOT NULL CHECK (category IN ('MODERATE', 'SEVERE')),
  birth_date date,
  last_period integer NOT NULL,
  last_delivery integer NOT NULL REFERENCES delivery)`;

/** No reference to werkplekken: a hold outlives whatever a file says or leaves out. */
const HOLD = `CREATE TABLE workplace_hold (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workplace text NOT NULL,
  agreement uuid NOT NULL,
  terms_version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('HELD', 'TAKEN', 'RELEASED', 'ENDED')),
  from_date date NOT NULL,
  ended_on date,
  held_at timestamptz NOT NULL DEFAULT now())`;

const PLACEMENT = `CREATE TABLE agreed_placement (
  agreement uuid PRIMARY KEY,
  employment text REFERENCES employment,
  workplace text,
  hirer_kvk text,
  hirer_name text,
  hirer_postcode_area text,
  function text NOT NULL,
  work_form text NOT NULL,
  hours_per_week numeric(5,2) NOT NULL,
  fee_per_hour numeric(8,2),
  from_date date NOT NULL,
  until_date date)`;

const DISCREPANCY = `CREATE TABLE discrepancy (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  subject text NOT NULL,
  detail text NOT NULL,
  seen_on date NOT NULL,
  file text NOT NULL,
  resolved_on date,
  resolved_by text)`;

const INDEXES = [
  'CREATE INDEX employment_person ON employment (person)',
  'CREATE INDEX employment_paying ON employment (paying_municipality)',
  `CREATE UNIQUE INDEX workplace_hold_running ON workplace_hold (workplace) WHERE state IN ('HELD', 'TAKEN')`,
  'CREATE INDEX workplace_hold_agreement ON workplace_hold (agreement)',
  'CREATE UNIQUE INDEX discrepancy_open ON discrepancy (kind, subject, detail) WHERE resolved_on IS NULL',
];
