/** Who stands in the register of indications for one municipality, in pages: for the half-yearly delivery. Within the reader's scope, like every read of persons. */
import type { PersonScope } from '../domain/directory-policy.js';
import type { Indicated } from '../domain/statistics/supplied-facts.js';
import { EmploymentPointerRow } from './employment-pointer.row.js';
import { EmploymentPointerStore } from './employment-pointer.store.js';
import { IndicationRow } from './indication.row.js';
import { IndicationStore } from './indication.store.js';
import { indicationScope, pointerScope } from './person-scope.js';
import type { Reader } from './reader.js';

/** Whose delivery, and of which half-year. */
export interface IndicatedOf {
  readonly municipality: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

const DECIDED_HERE = `i.municipality = :municipality and i.kind = 'WSW' and i.decided_on <= :lastDay`;
const IN_HALF_YEAR = '(e.from_date <= :lastDay and (e.until_date is null or e.until_date >= :firstDay))';

export class IndicatedStore {
  constructor(
    private readonly reader: Reader,
    private readonly scope: PersonScope,
  ) {}

  /** By person, at most `first` after `after`: with all decisions that the reader may see, and the bodies that had an employment in the half-year. */
  async page(of: IndicatedOf, first: number, after: string | null): Promise<readonly Indicated[]> {
    const persons = await this.personsAfter(of, first, after);
    const indications = await new IndicationStore(this.reader).ofPersons(persons, this.scope);
    const pointers = await new EmploymentPointerStore(this.reader).ofPersons(persons, this.scope);
    return persons.map((person) => {
      const employed = (pointers.get(person) ?? []).filter(({ from, until }) => from <= of.lastDay && (until === null || until >= of.firstDay));
      return { person, indications: indications.get(person) ?? [], companies: [...new Set(employed.map(({ company }) => company))] };
    });
  }

  /** The bodies that must answer for the delivery. */
  async companies(of: IndicatedOf): Promise<readonly string[]> {
    const visible = pointerScope(this.scope, 'e');
    const rows = await this.reader.read((manager) =>
      manager
        .createQueryBuilder(EmploymentPointerRow, 'e')
        .select('e.company', 'company')
        .distinct(true)
        .where(IN_HALF_YEAR, { ...of })
        .andWhere(`exists (select 1 from indication i where i.person = e.person and ${DECIDED_HERE})`)
        .andWhere(visible.sql, visible.parameters)
        .orderBy('e.company')
        .getRawMany<{ company: string }>(),
    );
    return rows.map(({ company }) => company);
  }

  private async personsAfter(of: IndicatedOf, first: number, after: string | null): Promise<readonly string[]> {
    const visible = indicationScope(this.scope, 'i');
    const rows = await this.reader.read((manager) =>
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
}
