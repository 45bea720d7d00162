/** Facts from this service's own registers for a decision: pointer index, indications, employers. */
import type { DataSource } from 'typeorm';
import type { HirerFacts, IndicationFacts } from '../domain/facts.js';
import { inForceOn } from '../domain/indication.js';
import type { OwnFacts, PointerFacts } from '../domain/ports.js';
import { EmployerRow } from './employer.row.js';
import { EmploymentPointerRow } from './employment-pointer.row.js';
import { IndicationRow } from './indication.row.js';

export class OwnFactsStore implements OwnFacts {
  constructor(
    private readonly dataSource: DataSource,
    /** Body id that delivers the indications. */
    private readonly source: string,
  ) {}

  /** The employment that runs on the date; of two the one that began last. */
  async pointerOf(person: string, on: string): Promise<PointerFacts | null> {
    const row = await this.dataSource.manager
      .createQueryBuilder(EmploymentPointerRow, 'p')
      .where('p.person = :person and p.from <= :on and (p.until is null or p.until >= :on)', { person, on })
      .orderBy('p.from', 'DESC')
      .addOrderBy('p.employment')
      .getOne();
    return row && { employment: row.employment, placingBody: row.company };
  }

  /** The decision in force, else the last one: an expired indication must be seen to be refused. */
  async indicationOf(person: string, on: string): Promise<IndicationFacts | null> {
    const rows = await this.dataSource.manager.find(IndicationRow, { where: { person }, order: { decidedOn: 'DESC', number: 'ASC' } });
    const row = inForceOn(rows, on) ?? rows[0];
    if (!row) return null;
    const { kind, validUntil, reindicationRequestedOn, adaptations } = row;
    return { kind, validUntil, reindicationRequestedOn, adaptations, source: this.source, asOf: new Date(row.asOf).toISOString() };
  }

  async employerOf(id: string): Promise<HirerFacts | null> {
    const [, kvkNumber] = /^kvk:(\d{8})$/.exec(id) ?? [];
    const row = kvkNumber === undefined ? null : await this.dataSource.manager.findOneBy(EmployerRow, { kvkNumber });
    return row && { id, name: row.name };
  }
}
