/** Reads and writes of indications. */
import type { EntityManager } from 'typeorm';
import { lastPerKey, upsert, type Changes, type Target } from '#shell/import/upsert.js';
import { rowsWhere } from '#shell/row-reading.js';
import { underDoor } from '#shell/row-security/under-door.js';
import type { PersonScope } from '../domain/directory-policy.js';
import type { Candidate, EmployedCandidate } from '../domain/directory-ports.js';
import type { Indication } from '../domain/indication.js';
import { IndicationRow, toIndication } from './indication.row.js';
import { indicationScope } from './person-scope.js';
import { groupByPerson, type Reader } from './reader.js';

const TABLE: Target = {
  table: 'indication',
  key: ['number'],
  columns: {
    number: 'text', person: 'text', municipality: 'text', kind: 'text', category: 'text', applied_on: 'date', decided_on: 'date', valid_until: 'date',
    reindication_requested_on: 'date', advice_supervised_employment: 'boolean', adaptations: 'text[]', waiting_since: 'date', postcode_area: 'text',
    as_of: 'timestamptz',
  },
  stamps: ['as_of'],
};

/** Null: everybody's. */
const RESIDENTS = '(cast(:residentsOf as text[]) is null or i.municipality = any(:residentsOf))';

export class IndicationStore {
  constructor(private readonly reader: Reader) {}

  /** Oldest decision first. */
  async ofPersons(persons: readonly string[], scope: PersonScope): Promise<ReadonlyMap<string, readonly Indication[]>> {
    const visible = indicationScope(scope, 'i');
    const rows = await this.reader.together((manager) =>
      rowsWhere(manager, IndicationRow, 'i', `i.person = any(:persons) and ${visible.sql} order by i.decided_on, i.number`, { persons, ...visible.parameters }),
    );
    this.reader.processed(rows.map(({ person }) => person));
    return groupByPerson(rows.map(toIndication));
  }

  /** One statement; the waiting list in its legal order (Wsw art. 12 lid 2). `residentsOf`: of these colleges only. */
  async waitingCandidates(on: string, residentsOf: readonly string[] | null = null): Promise<readonly Candidate[]> {
    const rows = await this.reader.read((manager) => underDoor(manager, 'candidates', () =>
      manager
        .createQueryBuilder(IndicationRow, 'i')
        .innerJoin('candidate_profile', 'c', 'c.person = i.person')
        .addSelect('c.profile', 'profile')
        .addSelect('i.person in (select unnest(schakel_promised(:on)))', 'promised')
        .where(`i.kind = 'WSW' and i.waiting_since <= :on and i.decided_on <= :on and (i.valid_until is null or i.valid_until >= :on)`, { on })
        .andWhere(RESIDENTS, { residentsOf })
        .andWhere('not exists (select 1 from indication l where l.person = i.person and l.decided_on > i.decided_on and l.decided_on <= :on)')
        .andWhere('not exists (select 1 from employment_pointer p where p.person = i.person and p.from_date <= :on and (p.until_date is null or p.until_date >= :on))')
        .orderBy('i.waitingSince')
        .addOrderBy('i.number')
        .getRawAndEntities<{ profile: string; promised: boolean }>(),
    ));
    this.reader.processed(rows.entities.map(({ person }) => person));
    return rows.entities.map((row, index) => ({ profile: rows.raw[index]?.profile ?? '', promised: rows.raw[index]?.promised ?? false, indication: toIndication(row) }));
  }

  /** One statement. An indication that ended still counts while the person works on (Besluit uitvoering sw art. 15 onder b). */
  async employedCandidates(on: string, residentsOf: readonly string[] | null = null): Promise<readonly EmployedCandidate[]> {
    const rows = await this.reader.read((manager) => underDoor(manager, 'candidates', () =>
      manager
        .createQueryBuilder(IndicationRow, 'i')
        .innerJoin('candidate_profile', 'c', 'c.person = i.person')
        .innerJoin('employment_pointer', 'p', 'p.person = i.person')
        .addSelect('c.profile', 'profile')
        .addSelect('i.person in (select unnest(schakel_promised(:on)))', 'promised')
        .addSelect('p.employment', 'employment')
        .where(`i.kind = 'WSW' and i.decided_on <= :on and p.from_date <= :on and (p.until_date is null or p.until_date >= :on)`, { on })
        .andWhere(RESIDENTS, { residentsOf })
        .andWhere('not exists (select 1 from indication l where l.person = i.person and (l.decided_on, l.number) > (i.decided_on, i.number) and l.decided_on <= :on)')
        .andWhere(
          `not exists (select 1 from employment_pointer q where q.person = p.person and q.from_date <= :on and (q.until_date is null or q.until_date >= :on)
            and (q.from_date, q.employment) > (p.from_date, p.employment))`,
        )
        .orderBy('i.number')
        .getRawAndEntities<{ profile: string; promised: boolean; employment: string }>(),
    ));
    this.reader.processed(rows.entities.map(({ person }) => person));
    return rows.entities.map((row, index) => ({ profile: rows.raw[index]?.profile ?? '', promised: rows.raw[index]?.promised ?? false, employment: rows.raw[index]?.employment ?? '', indication: toIndication(row) }));
  }
}

/** For decisions of this body's own commands, inside their transaction: not a viewer's read, so not scoped. Oldest decision first. */
export async function indicationsOf(manager: EntityManager, person: string): Promise<readonly Indication[]> {
  const rows = await manager.find(IndicationRow, { where: { person }, order: { decidedOn: 'ASC', number: 'ASC' } });
  return rows.map(toIndication);
}

/** Also gives every new person the random id under which other bodies may see him as a candidate. */
export async function storeIndications(manager: EntityManager, indications: readonly Omit<Indication, 'asOf'>[], asOf: string): Promise<Changes> {
  const rows = lastPerKey(indications, (one) => one.number).map((one) => ({
    number: one.number, person: one.person, municipality: one.municipality, kind: one.kind, category: one.category, applied_on: one.appliedOn, decided_on: one.decidedOn,
    valid_until: one.validUntil, reindication_requested_on: one.reindicationRequestedOn, advice_supervised_employment: one.adviceSupervisedEmployment,
    adaptations: one.adaptations, waiting_since: one.waitingSince, postcode_area: one.postcodeArea, as_of: asOf,
  }));
  const counts = await upsert(manager, TABLE, rows);
  await manager.query('insert into candidate_profile (person) select distinct person from indication on conflict do nothing');
  return counts;
}
