/** What the money of agreements is shown with, inside the request's own transaction. */
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { PersonScope } from '../domain/directory-policy.js';
import type { MunicipalFinance, ResidenceMove } from '../domain/finance-facts.js';
import type { FinanceReads } from '../domain/finance-ports.js';
import { municipalFinanceOf } from './municipal-finance.store.js';
import { moveScope } from './person-scope.js';
import { groupByPerson, type Reader } from './reader.js';

export class FinanceReadStore implements FinanceReads {
  constructor(private readonly reader: Reader) {}

  async movesOf(persons: readonly string[], scope: PersonScope): Promise<ReadonlyMap<string, readonly ResidenceMove[]>> {
    const visible = moveScope(scope, 'm');
    const rows = await this.reader.read((manager) => movesQuery(manager).where('m.person = any(:persons)', { persons }).andWhere(visible.sql, visible.parameters).orderBy('m.moved_on').getRawMany<ResidenceMove>());
    this.reader.processed(rows.map(({ person }) => person));
    return groupByPerson(rows);
  }

  async movesOfWorkers(scope: PersonScope): Promise<ReadonlyMap<string, readonly ResidenceMove[]>> {
    if (scope.municipalities.length === 0) return new Map();
    const visible = moveScope({ ...scope, company: null, self: null }, 'm');
    const rows = await this.reader.read((manager) => movesQuery(manager).where(visible.sql, visible.parameters)
      .andWhere('m.moved_on <= :scopeOn and schakel_works_since(m.person, m.moved_on)')
      .orderBy('m.person').addOrderBy('m.moved_on').getRawMany<ResidenceMove>());
    return groupByPerson(rows);
  }

  published(municipalities: readonly string[]): Promise<readonly MunicipalFinance[]> {
    return this.reader.read((manager) => municipalFinanceOf(manager, municipalities));
  }
}

function movesQuery(manager: EntityManager): SelectQueryBuilder<ObjectLiteral> {
  return manager.createQueryBuilder()
    .select('m.person', 'person').addSelect(`to_char(m.moved_on, 'YYYY-MM-DD')`, 'on').addSelect('m.from_municipality', 'from').addSelect('m.to_municipality', 'to')
    .from('residence_move', 'm');
}
