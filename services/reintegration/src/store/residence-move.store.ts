/** Table `residence_move`: where indicated residents moved, as the municipalities delivered it. */
import type { EntityManager } from 'typeorm';
import { lastPerKey, replaceOf, type Changes, type Target } from '#shell/import/upsert.js';
import type { ResidenceMove } from '../domain/finance-facts.js';

const TABLE: Target = {
  table: 'residence_move',
  key: ['person', 'moved_on'],
  columns: { person: 'text', moved_on: 'date', from_municipality: 'text', to_municipality: 'text', as_of: 'timestamptz' },
  stamps: ['as_of'],
};

const COLUMNS = `m.person, to_char(m.moved_on, 'YYYY-MM-DD') as on, m.from_municipality as from, m.to_municipality as to`;

/** The moves of a person that is in the file become exactly these. */
export async function storeResidenceMoves(manager: EntityManager, moves: readonly ResidenceMove[], asOf: string): Promise<Changes> {
  const rows = lastPerKey(moves, (one) => `${one.person} ${one.on}`).map((one) => ({ person: one.person, moved_on: one.on, from_municipality: one.from, to_municipality: one.to, as_of: asOf }));
  return replaceOf(manager, TABLE, 'person', rows);
}

/** For decisions of this body's own commands: not a viewer's read, so not scoped. Oldest first. */
export async function residenceMovesOf(manager: EntityManager, person: string): Promise<readonly ResidenceMove[]> {
  return manager.query<ResidenceMove[]>(`select ${COLUMNS} from residence_move m where m.person = $1 order by m.moved_on`, [person]);
}
