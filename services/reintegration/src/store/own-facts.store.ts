/** Facts from this service's own registers for a decision: pointer index, indications, employers. */
import type { DataSource } from 'typeorm';
import type { FinanceFacts } from '../domain/finance-facts.js';
import type { HirerFacts, IndicationFacts } from '../domain/facts.js';
import { inForceOn } from '../domain/indication.js';
import type { OwnFacts, PointerFacts } from '../domain/ports.js';
import { EmployerRow } from './employer.row.js';
import { EmploymentPointerRow } from './employment-pointer.row.js';
import { IndicationRow } from './indication.row.js';
import { municipalFinanceOf } from './municipal-finance.store.js';
import { residenceMovesOf } from './residence-move.store.js';

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
    const row = await this.indicationRow(person, on);
    if (!row) return null;
    const { kind, validUntil, reindicationRequestedOn, adaptations } = row;
    return { kind, validUntil, reindicationRequestedOn, adaptations, source: this.source, asOf: new Date(row.asOf).toISOString() };
  }

  /** An indication that ended while he works still says the category (Besluit uitvoering sw art. 15 onder c). */
  async financeOf(person: string, on: string, municipalities: readonly string[]): Promise<FinanceFacts> {
    const { manager } = this.dataSource;
    const moves = (await residenceMovesOf(manager, person)).map(({ on: day, from, to }) => ({ on: day, from, to }));
    const paying = [...new Set([...municipalities, ...moves.flatMap(({ from, to }) => [from, to])])].sort();
    const row = await this.indicationRow(person, on);
    return { category: row?.category ?? null, moves, municipalities: await municipalFinanceOf(manager, paying) };
  }

  private async indicationRow(person: string, on: string): Promise<IndicationRow | undefined> {
    const rows = await this.dataSource.manager.find(IndicationRow, { where: { person }, order: { decidedOn: 'DESC', number: 'ASC' } });
    return inForceOn(rows, on) ?? rows[0];
  }

  async employerOf(id: string): Promise<HirerFacts | null> {
    const [, kvkNumber] = /^kvk:(\d{8})$/.exec(id) ?? [];
    const row = kvkNumber === undefined ? null : await this.dataSource.manager.findOneBy(EmployerRow, { kvkNumber });
    return row && { id, name: row.name };
  }
}
