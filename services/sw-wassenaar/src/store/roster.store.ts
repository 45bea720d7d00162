/** The staging table rooster: a line per worker and first day, as the latest month tells it. */
import type { EntityManager } from 'typeorm';
import type { Delivery } from './deliveries.store.js';
import { stage, type Changes, type StagingTable } from './staging.js';

const ROOSTER: StagingTable = {
  table: 'rooster',
  key: ['personeelsnummer', 'van'],
  columns: {
    personeelsnummer: 'text', van: 'date', persoon: 'text', naam: 'text', werkplek: 'text', inlener_kvk: 'text', inlener_naam: 'text', functie: 'text',
    begeleider: 'text', uren: 'numeric', tarief: 'numeric', tot: 'date',
  },
};

export function stageRoster(em: EntityManager, lines: readonly object[], delivery: Delivery): Promise<Changes> {
  return stage(em, ROOSTER, lines, delivery);
}
