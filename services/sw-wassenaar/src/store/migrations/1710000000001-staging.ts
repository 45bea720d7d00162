/**
 * Staging tables: what the files say, in the words of the files, with the day (`stand`) and the delivery (`levering`) of each row's last mention.
 * There is no column for a handicap code and none for the BSN or the sex: what nobody may store has no place to go.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Staging1710000000001 implements MigrationInterface {
  readonly name = 'Staging1710000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DELIVERY);
    await runner.query(STATISTIEK);
    await runner.query(ROOSTER);
    await runner.query(WERKPLEKKEN);
    await runner.query('CREATE INDEX delivery_latest ON delivery (kind, as_of, id)');
    await runner.query('CREATE INDEX statistiek_persoon ON statistiek (persoon)');
    await runner.query('CREATE INDEX rooster_persoon ON rooster (persoon)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE werkplekken, rooster, statistiek, delivery');
  }
}

const DELIVERY = `CREATE TABLE delivery (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('statistics', 'roster', 'workplaces')),
  as_of date NOT NULL,
  file text NOT NULL,
  imported_at timestamptz NOT NULL DEFAULT now())`;

/** One row per record; a person may have several in one period: \`volgnummer\` counts them in file order. */
const STATISTIEK = `CREATE TABLE statistiek (
  periode integer NOT NULL,
  persoon text NOT NULL,
  volgnummer integer NOT NULL,
  stand date NOT NULL,
  levering integer NOT NULL REFERENCES delivery,
  verantwoordelijke text,
  betalende_gemeente text,
  geboortedatum date,
  gemeente_inschrijving text,
  aanvraag_eerste_indicatie date,
  aanvraag_herindicatie date,
  indicatiebesluit date,
  afloop_indicatie date,
  besluit_doelgroep integer,
  besluit_arbeidshandicap integer,
  advies_werkvorm integer,
  instroom_wachtlijst date,
  uitstroom_wachtlijst date,
  reden_uitstroom_wachtlijst integer,
  begin_dienstbetrekking date,
  detachering integer,
  einde_dienstbetrekking date,
  uren_dienstbetrekking integer,
  loon_dienstbetrekking integer,
  begin_begeleid_werken date,
  einde_begeleid_werken date,
  uren_begeleid_werken integer,
  loon_begeleid_werken integer,
  reden_ontslag integer,
  bestemming_uitstroom integer,
  PRIMARY KEY (periode, persoon, volgnummer))`;

const ROOSTER = `CREATE TABLE rooster (
  personeelsnummer text NOT NULL,
  van date NOT NULL,
  persoon text NOT NULL,
  naam text NOT NULL,
  werkplek text,
  inlener_kvk text,
  inlener_naam text,
  functie text NOT NULL,
  begeleider text,
  uren numeric(5,2) NOT NULL,
  tarief numeric(8,2),
  tot date,
  stand date NOT NULL,
  levering integer NOT NULL REFERENCES delivery,
  PRIMARY KEY (personeelsnummer, van))`;

const WERKPLEKKEN = `CREATE TABLE werkplekken (
  werkplek text COLLATE "C" PRIMARY KEY,
  kvk text,
  werkgever text NOT NULL,
  omschrijving text NOT NULL,
  functie text NOT NULL,
  gemeente text NOT NULL,
  postcodegebied text NOT NULL,
  min_uren numeric(5,2) NOT NULL,
  max_uren numeric(5,2) NOT NULL,
  aanpassingen text[] NOT NULL,
  begeleiding_uren numeric(5,2) NOT NULL,
  beschikbaar_vanaf date,
  status text NOT NULL CHECK (status IN ('OPEN', 'TAKEN', 'CLOSED')),
  stand date NOT NULL,
  levering integer NOT NULL REFERENCES delivery)`;
