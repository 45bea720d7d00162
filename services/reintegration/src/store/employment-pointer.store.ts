/** The pointer index: fed by the companies' announcements, read to know whom to ask. */
import type { EntityManager } from 'typeorm';
import { rowsWhere } from '#shell/row-reading.js';
import type { PersonScope } from '../domain/directory-policy.js';
import type { EmploymentPointer } from '../domain/directory-ports.js';
import { EmploymentPointerRow } from './employment-pointer.row.js';
import { pointerScope } from './person-scope.js';
import { groupByPerson, type Reader } from './reader.js';

/** What a company announced against what the index knows. `stated`: the company's own count, null when it gave none. */
export interface CompanyReconciliation {
  readonly company: string;
  readonly announcements: number;
  readonly announced: number;
  readonly stated: number | null;
  readonly known: number;
  /** Known pointers of persons of whom no indication was delivered here, such as residents of other municipalities. */
  readonly withoutIndication: number;
}

export class EmploymentPointerStore {
  constructor(private readonly reader: Reader) {}

  /** Earliest start first. */
  async ofPersons(persons: readonly string[], scope: PersonScope): Promise<ReadonlyMap<string, readonly EmploymentPointer[]>> {
    const visible = pointerScope(scope, 'e');
    const rows = await this.reader.together((manager) =>
      rowsWhere(manager, EmploymentPointerRow, 'e', `e.person = any(:persons) and ${visible.sql} order by e.from_date, e.employment`, { persons, ...visible.parameters }),
    );
    this.reader.processed(rows.map(({ person }) => person));
    return groupByPerson(rows);
  }
}

/** For decisions of this body's own commands, inside their transaction: not a viewer's read, so not scoped. Earliest start first. */
export async function employmentPointersOf(manager: EntityManager, person: string): Promise<readonly EmploymentPointer[]> {
  return manager.find(EmploymentPointerRow, { where: { person }, order: { from: 'ASC', employment: 'ASC' } });
}

/** A company's own employments only: the caller has checked that every id is the company's. Returns how many the index now holds of them. */
export async function storePointers(manager: EntityManager, pointers: readonly EmploymentPointer[], stated: number | null): Promise<number> {
  const [company] = pointers.map((one) => one.company);
  if (company === undefined) return 0;
  const rows = pointers.map((one) => ({ person: one.person, company: one.company, employment: one.employment, from_date: one.from, until_date: one.until }));
  await manager.query(
    `insert into employment_pointer (person, company, employment, from_date, until_date)
     select person, company, employment, from_date, until_date
     from jsonb_to_recordset($1::jsonb) as r(person text, company text, employment text, from_date date, until_date date)
     on conflict (employment) do update set person = excluded.person, from_date = excluded.from_date, until_date = excluded.until_date`,
    [JSON.stringify(rows)],
  );
  await manager.query(
    `insert into company_announcement as a (company, announcements, announced, stated, received_at) values ($1, 1, $2, $3, now())
     on conflict (company) do update set announcements = a.announcements + 1, announced = a.announced + excluded.announced,
       stated = coalesce(excluded.stated, a.stated), received_at = now()`,
    [company, rows.length, stated],
  );
  return rows.length;
}

export async function reconcileCompanies(manager: EntityManager, companies: readonly string[]): Promise<CompanyReconciliation[]> {
  return manager.query<CompanyReconciliation[]>(
    `select c.company, coalesce(a.announcements, 0) as announcements, coalesce(a.announced, 0) as announced, a.stated,
            count(e.employment)::int as known,
            (count(e.employment) filter (where not exists (select 1 from indication i where i.person = e.person)))::int as "withoutIndication"
     from unnest($1::text[]) as c(company)
     left join company_announcement a on a.company = c.company
     left join employment_pointer e on e.company = c.company
     group by c.company, a.announcements, a.announced, a.stated order by c.company`,
    [companies],
  );
}
