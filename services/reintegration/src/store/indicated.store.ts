/**
 * Who stands in the register of indications for one municipality, in pages: for the half-yearly delivery. Within the reader's scope, like every
 * read of persons; and no more of anybody than a record asks, so that a delivery of a hundred thousand is not a hundred thousand files.
 */
import type { PersonScope } from '../domain/directory-policy.js';
import type { Indicated, StatisticsDecision } from '../domain/statistics/supplied-facts.js';
import { EmploymentPointerRow } from './employment-pointer.row.js';
import { IndicationRow } from './indication.row.js';
import { indicationScope, pointerScope } from './person-scope.js';
import { groupByPerson, type Reader } from './reader.js';

/** Whose delivery, and of which half-year. */
export interface IndicatedOf {
  readonly municipality: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

type Decided = StatisticsDecision & { readonly person: string };
type Employed = { readonly person: string; readonly company: string };

const DECIDED_HERE = `i.municipality = :municipality and i.kind = 'WSW' and i.decided_on <= :lastDay`;
const IN_HALF_YEAR = '(e.from_date <= :lastDay and (e.until_date is null or e.until_date >= :firstDay))';
const DECISION: readonly (readonly [sql: string, name: keyof Decided])[] = [
  ['i.person', 'person'], ['i.municipality', 'municipality'], ['i.kind', 'kind'], ['i.category', 'category'], ['i.applied_on::text', 'appliedOn'], ['i.decided_on::text', 'decidedOn'],
  ['i.valid_until::text', 'validUntil'], ['i.reindication_requested_on::text', 'reindicationRequestedOn'], ['i.advice_supervised_employment', 'adviceSupervisedEmployment'],
  ['i.waiting_since::text', 'waitingSince'],
];

export class IndicatedStore {
  constructor(
    private readonly reader: Reader,
    private readonly scope: PersonScope,
  ) {}

  /** By person, at most `first` after `after`: with all decisions that the reader may see, oldest first, and the bodies that had an employment in the half-year. */
  async page(of: IndicatedOf, first: number, after: string | null): Promise<readonly Indicated[]> {
    const persons = await this.personsAfter(of, first, after);
    const decisions = groupByPerson(await this.decisions(persons));
    const employed = groupByPerson(await this.employed(of, persons));
    this.reader.processed(persons);
    return persons.map((person) => ({ person, decisions: decisions.get(person) ?? [], companies: (employed.get(person) ?? []).map(({ company }) => company) }));
  }

  /** Had anybody of them an employment at this company? Stops at the first: a look at every pointer would ask the row policies of each. */
  async isConcerned(of: IndicatedOf, company: string): Promise<boolean> {
    const visible = indicationScope(this.scope, 'i');
    const rows = await this.reader.together((manager) =>
      manager
        .createQueryBuilder(IndicationRow, 'i')
        .select('1', 'one')
        .innerJoin(EmploymentPointerRow, 'e', `e.person = i.person and e.company = :company and ${IN_HALF_YEAR}`, { company, ...of })
        .where(DECIDED_HERE, { ...of })
        .andWhere(visible.sql, visible.parameters)
        .limit(1)
        .getRawMany<{ one: number }>(),
    );
    return rows.length > 0;
  }

  private async personsAfter(of: IndicatedOf, first: number, after: string | null): Promise<readonly string[]> {
    const visible = indicationScope(this.scope, 'i');
    const rows = await this.reader.together((manager) =>
      manager
        .createQueryBuilder(IndicationRow, 'i')
        .select('i.person', 'person')
        .distinct(true)
        .where(DECIDED_HERE, { ...of })
        .andWhere(visible.sql, visible.parameters)
        .andWhere(after === null ? 'true' : 'i.person > :after', { after })
        .orderBy('i.person')
        .limit(first)
        .getRawMany<{ person: string }>(),
    );
    return rows.map(({ person }) => person);
  }

  private decisions(persons: readonly string[]): Promise<readonly Decided[]> {
    const visible = indicationScope(this.scope, 'i');
    return this.reader.together((manager) => {
      const query = manager.createQueryBuilder(IndicationRow, 'i').select([]);
      for (const [sql, name] of DECISION) query.addSelect(sql, name);
      return query.where('i.person = any(:persons)', { persons }).andWhere(visible.sql, visible.parameters).orderBy('i.decided_on').addOrderBy('i.number').getRawMany<Decided>();
    });
  }

  private employed(of: IndicatedOf, persons: readonly string[]): Promise<readonly Employed[]> {
    const visible = pointerScope(this.scope, 'e');
    return this.reader.together((manager) =>
      manager
        .createQueryBuilder(EmploymentPointerRow, 'e')
        .select('e.person', 'person')
        .addSelect('e.company', 'company')
        .distinct(true)
        .where(IN_HALF_YEAR, { ...of })
        .andWhere('e.person = any(:persons)', { persons })
        .andWhere(visible.sql, visible.parameters)
        .orderBy('e.person')
        .addOrderBy('e.company')
        .getRawMany<Employed>(),
    );
  }
}
