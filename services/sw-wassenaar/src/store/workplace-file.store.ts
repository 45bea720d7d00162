/** The staging table werkplekken: what the weekly file says of each place. Holds live elsewhere, so no file can touch one. */
import type { EntityManager } from 'typeorm';
import type { Delivery } from './deliveries.store.js';
import { stage, type Changes, type StagingTable } from './staging.js';

const WERKPLEKKEN: StagingTable = {
  table: 'werkplekken',
  key: ['werkplek'],
  columns: {
    werkplek: 'text', kvk: 'text', werkgever: 'text', omschrijving: 'text', functie: 'text', gemeente: 'text', postcodegebied: 'text', min_uren: 'numeric',
    max_uren: 'numeric', aanpassingen: 'text[]', begeleiding_uren: 'numeric', beschikbaar_vanaf: 'date', status: 'text',
  },
};

export function stageWorkplaces(em: EntityManager, lines: readonly object[], delivery: Delivery): Promise<Changes> {
  return stage(em, WERKPLEKKEN, lines, delivery);
}
