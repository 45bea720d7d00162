/** Table `residence_move`: where indicated residents moved, as the municipalities delivered it. */
import type { EntityManager } from 'typeorm';
import { lastPerKey, replaceOf, type Changes, type Target } from '#shell/import/upsert.js';
import type { PersonScope } from '../domain/directory-policy.js';
import type { ResidenceMove } from '../domain/finance-facts.js';
import { groupByPerson, type Reader } from './reader.js';

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

export class ResidenceMoveStore {
  constructor(private readonly reader: Reader) {}

  /** Of everybody whom the viewer's body answers for, from or to whose municipality he moved since that day and who works on the business date; oldest first. */
  async ofWorkers(scope: PersonScope, since: string): Promise<ReadonlyMap<string, readonly ResidenceMove[]>> {
    if (scope.municipalities.length === 0) return new Map();
    const rows = await this.reader.read((manager) => manager.query<ResidenceMove[]>(
      `select ${COLUMNS} from residence_move m
       where (m.from_municipality = any($1) or m.to_municipality = any($1)) and m.moved_on between $2 and $3
         and exists (select 1 from employment_pointer p where p.person = m.person and p.from_date <= m.moved_on and (p.until_date is null or p.until_date >= $3))
       order by m.person, m.moved_on`,
      [scope.municipalities, since, scope.on],
    ));
    return groupByPerson(rows);
  }
}
