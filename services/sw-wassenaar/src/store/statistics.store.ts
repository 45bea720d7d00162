/** The staging table statistiek: every delivered half-year stays, record by record; the latest half-year of a person counts. */
import type { EntityManager } from 'typeorm';
import type { StatisticsRecord } from '../domain/statistics-record.js';
import type { Delivery } from './deliveries.store.js';
import { stage, type Changes, type StagingTable } from './staging.js';

const STATISTIEK: StagingTable = {
  table: 'statistiek',
  key: ['periode', 'persoon', 'volgnummer'],
  columns: {
    periode: 'integer', persoon: 'text', volgnummer: 'integer', verantwoordelijke: 'text', betalende_gemeente: 'text', geboortedatum: 'date',
    gemeente_inschrijving: 'text', aanvraag_eerste_indicatie: 'date', aanvraag_herindicatie: 'date', indicatiebesluit: 'date', afloop_indicatie: 'date',
    besluit_doelgroep: 'integer', besluit_arbeidshandicap: 'integer', advies_werkvorm: 'integer', instroom_wachtlijst: 'date', uitstroom_wachtlijst: 'date',
    reden_uitstroom_wachtlijst: 'integer', begin_dienstbetrekking: 'date', detachering: 'integer', einde_dienstbetrekking: 'date', uren_dienstbetrekking: 'integer',
    loon_dienstbetrekking: 'integer', begin_begeleid_werken: 'date', einde_begeleid_werken: 'date', uren_begeleid_werken: 'integer', loon_begeleid_werken: 'integer',
    reden_ontslag: 'integer', bestemming_uitstroom: 'integer',
  },
};

export function stageStatistics(em: EntityManager, records: readonly StatisticsRecord[], delivery: Delivery): Promise<Changes> {
  const counts = new Map<string, number>();
  const rows = records.map((record) => {
    const number = (counts.get(record.person) ?? 0) + 1;
    counts.set(record.person, number);
    return { ...record.fields, periode: record.halfYear, persoon: record.person, volgnummer: number };
  });
  return stage(em, STATISTIEK, rows, delivery);
}
