/** The company's own tables, with the names, letters and numbers they have had for decades. Nothing is deleted: rows get an end date. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LegacyTables1710000000001 implements MigrationInterface {
  readonly name = 'LegacyTables1710000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WERKGEVER);
    await runner.query(WERKNEMER);
    await runner.query(DIENSTVERBAND);
    await runner.query(WERKPLEK);
    await runner.query(PLAATSING);
    for (const index of INDEXES) await runner.query(index);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE plaatsing, werkplek, dienstverband, werknemer, werkgever');
  }
}

/** mutts: last change. levts: last delivery that named the row; a row that a later full delivery leaves out keeps an older one. */
const STAMPS = 'mutts timestamptz NOT NULL DEFAULT now(), levts timestamptz NOT NULL DEFAULT now()';

/** yyyymmdd, 0 = none. */
const DATE = "integer NOT NULL DEFAULT 0 CHECK (%s = 0 OR %s BETWEEN 19000101 AND 29991231)";
const date = (column: string): string => `${column} ${DATE.replaceAll('%s', column)}`;

const WERKGEVER = `CREATE TABLE werkgever (
  kvknr varchar(8) PRIMARY KEY,
  naam varchar(200) NOT NULL,
  pc4 varchar(4) NOT NULL DEFAULT '',
  ${STAMPS})`;

const WERKNEMER = `CREATE TABLE werknemer (
  wnr varchar(43) PRIMARY KEY,
  naam varchar(200) NOT NULL,
  ${date('gebdat')},
  ${STAMPS})`;

const DIENSTVERBAND = `CREATE TABLE dienstverband (
  dvnr integer PRIMARY KEY CHECK (dvnr > 0),
  wnr varchar(43) NOT NULL REFERENCES werknemer,
  werkvorm varchar(2) NOT NULL CHECK (werkvorm IN ('B', 'DI', 'DG', 'BW', 'NB')),
  dtpct numeric(5,2) NOT NULL CHECK (dtpct > 0 AND dtpct <= 100),
  ${date('ingdat')},
  ${date('einddat')},
  betgem varchar(4) NOT NULL,
  formwg varchar(60) NOT NULL,
  klasse varchar(1) NOT NULL CHECK (klasse IN ('M', 'E')),
  ${STAMPS},
  CHECK (einddat = 0 OR einddat >= ingdat))`;

const WERKPLEK = `CREATE TABLE werkplek (
  wpnr integer PRIMARY KEY CHECK (wpnr > 0),
  kvknr varchar(8) NOT NULL REFERENCES werkgever,
  omschr varchar(200) NOT NULL,
  functie varchar(100) NOT NULL,
  gemcode varchar(4) NOT NULL,
  pc4 varchar(4) NOT NULL,
  minpct numeric(5,2) NOT NULL,
  maxpct numeric(5,2) NOT NULL,
  aanpassing varchar(400) NOT NULL DEFAULT '',
  beguren numeric(5,2) NOT NULL DEFAULT 0,
  ${date('beschdat')},
  status varchar(1) NOT NULL CHECK (status IN ('V', 'B', 'G', 'R')),
  levstatus varchar(1) NOT NULL CHECK (levstatus IN ('V', 'B', 'G')),
  ${STAMPS},
  CHECK (minpct <= maxpct))`;

const PLAATSING = `CREATE TABLE plaatsing (
  plnr integer PRIMARY KEY CHECK (plnr > 0),
  dvnr integer NOT NULL DEFAULT 0,
  wpnr integer NOT NULL DEFAULT 0,
  kvknr varchar(8) NOT NULL DEFAULT '',
  inlnaam varchar(200) NOT NULL DEFAULT '',
  inlpc4 varchar(4) NOT NULL DEFAULT '',
  functie varchar(100) NOT NULL,
  begeleider varchar(200) NOT NULL DEFAULT '',
  werkvorm varchar(2) NOT NULL CHECK (werkvorm IN ('B', 'DI', 'DG', 'BW', 'NB')),
  dtpct numeric(5,2) NOT NULL CHECK (dtpct > 0 AND dtpct <= 100),
  tarief numeric(8,2),
  ${date('ingdat')},
  ${date('einddat')},
  afspraak uuid UNIQUE,
  ${STAMPS})`;

const INDEXES = [
  'CREATE INDEX dienstverband_wnr ON dienstverband (wnr)',
  'CREATE INDEX dienstverband_betgem ON dienstverband (betgem)',
  'CREATE INDEX werkplek_status ON werkplek (status)',
  'CREATE INDEX plaatsing_dvnr ON plaatsing (dvnr)',
  'CREATE INDEX plaatsing_wpnr ON plaatsing (wpnr) WHERE wpnr <> 0',
];
