/** What `npm run validate` can judge: each format takes line after line and tells every fault with the number of its line, never with a value. */
import { loadRegisters } from '#kernel/registers.js';
import { BDFS } from '#law/bdfs/bdfs-table.js';
import { BUS } from '#law/bus/bus-table.js';
import { SRG } from '#law/srg/srg-table.js';
import { DeliveryChecks, type DeliveryFacts } from '#law/statistics/delivery-checks.js';
import { deliveryDueOn, halfYearOf } from '#law/statistics/half-year.js';
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { layoutOf } from '#law/statistics/layout-of.js';
import type { RecordFault } from '#law/statistics/record-fault.js';
import { halfYearBefore, Redelivery } from '#law/statistics/redelivery.js';
import { readRecord } from '#law/statistics/wsw-record.js';
import type { Layout } from '#law/statistics/wsw-field.js';
import { monthlyDeliveryDueOn } from '#law/value-tables/delivery-month.js';
import { doubtsOf, valueFaults } from '#law/value-tables/value-faults.js';
import { headerOf, readRow } from '#law/value-tables/value-row.js';
import type { ValueRecord, ValueTable } from '#law/value-tables/value-table.js';
import { DEBT_HELP } from './debt-help.js';

export interface Judge {
  line(number: number, text: string): RecordFault[];
  /** What only the whole delivery can tell. */
  end(): RecordFault[];
  /** `3 bsn` for `bsn`. */
  numbered(field: string): string;
  /** Records taken so far. */
  readonly records: number;
  /** Faults whose number is that of a line in the delivery before this one. */
  lost(): RecordFault[];
  /** What the deliverer has to know besides faults. */
  notes(): string[];
}

const FIRST_HALF_YEAR = LAYOUT_2008.from;
const TABLES: readonly ValueTable[] = [SRG, BUS, BDFS];
export const FORMATS: readonly string[] = ['statistiek-wsw', ...TABLES.map(({ name }) => name), DEBT_HELP];

export class WswJudge implements Judge {
  records = 0;
  private readonly layout: Layout;
  private readonly checks: DeliveryChecks;
  private redelivery: Redelivery | null = null;

  /** RangeError for a half-year that has no layout. */
  constructor(private readonly halfYear: number, facts: DeliveryFacts) {
    this.layout = layoutOf(halfYear);
    this.checks = new DeliveryChecks(this.layout, halfYear, facts);
  }

  line(number: number, text: string): RecordFault[] {
    this.records += 1;
    const faults = this.checks.addLine(number, text);
    const read = readRecord(this.layout, text);
    return this.redelivery && 'record' in read ? [...faults, ...this.redelivery.present(number, read.record)] : faults;
  }

  end(): RecordFault[] {
    return this.checks.end();
  }

  /** Every line of the delivery before this one, before the first line of this one. */
  former(number: number, text: string): void {
    const layout = layoutOf(halfYearBefore(this.halfYear));
    this.redelivery ??= new Redelivery(layout, this.layout);
    const read = readRecord(layout, text);
    if ('record' in read) this.redelivery.former(number, read.record);
  }

  /** Faults whose number is that of the line in the delivery before this one. */
  lost(): RecordFault[] {
    return this.redelivery?.end() ?? [];
  }

  numbered(field: string): string {
    const number = this.layout.fields.find(({ name }) => name === field)?.number;
    return number === undefined ? field : `${number} ${field}`;
  }

  notes(): string[] {
    return [`Indeling van ${this.layout.name}; te leveren uiterlijk ${deliveryDueOn(this.halfYear)}.`];
  }
}

/** The half-year that is given, or else the one in the name of the file: `statistiek-wsw-20132.txt`, `statistiek-wsw-20132-1916.txt`. */
export function halfYearIn(file: string, given: string | undefined): number {
  const text = given ?? /(?<!\d)(\d{5})(?!\d)[^/\\]*$/.exec(file)?.[1] ?? '';
  const found = halfYearOf(text);
  if (found === null) throw new Error('which half-year? name the file like statistiek-wsw-20132.txt, or give --half-year 20132');
  if (found < FIRST_HALF_YEAR) throw new Error(`no layout of the Statistiek Wsw for ${found}`);
  return found;
}

/** Those that the registers of the federation know: the same that its imports take. */
export function registeredMunicipalities(): Set<string> {
  const { postcodeAreas, bodies } = loadRegisters();
  return new Set([...postcodeAreas.map(({ municipality }) => municipality), ...bodies.filter(({ kind }) => kind === 'MUNICIPALITY').map(({ id }) => id.replace('gm-', ''))]);
}

/** Null for what is no table. */
export function tableNamed(name: string): ValueTable | null {
  return TABLES.find((one) => one.name === name) ?? null;
}

export class TableJudge implements Judge {
  records = 0;
  private header = true;
  private month: string | null = null;
  private readonly doubts = new Map<string, string>();

  constructor(private readonly table: ValueTable) {}

  line(number: number, text: string): RecordFault[] {
    if (this.header) {
      this.header = false;
      return text === headerOf(this.table) ? [] : [{ record: number, field: 'record', rule: 'wrong-header', text: `De eerste regel is niet de kop van ${this.table.name}.` }];
    }
    this.records += 1;
    const read = readRow(this.table, text);
    const faults = 'record' in read ? [...valueFaults(this.table, read.record), ...this.ofOneMonth(read.record)] : read.faults;
    if ('record' in read) for (const { field, text: doubt } of doubtsOf(this.table, read.record)) this.doubts.set(field, doubt);
    return faults.map((fault) => ({ ...fault, record: number }));
  }

  end(): RecordFault[] {
    return [];
  }

  lost(): RecordFault[] {
    return [];
  }

  numbered(field: string): string {
    const item = this.table.fields.find(({ name }) => name === field)?.item;
    return item === undefined ? field : `${item} ${field}`;
  }

  notes(): string[] {
    const due = this.month && /^\d{4}-(0[1-9]|1[0-2])$/.test(this.month) ? [`Te leveren uiterlijk ${monthlyDeliveryDueOn(this.month.slice(0, 4), this.month.slice(5))}.`] : [];
    return [...due, ...[...this.doubts].map(([field, text]) => `Let op bij ${this.numbered(field)}: ${text}`)];
  }

  private ofOneMonth(record: ValueRecord): RecordFault[] {
    const month = `${record['statistiekjaar'] ?? ''}-${record['statistiekmaand'] ?? ''}`;
    this.month ??= month;
    return month === this.month ? [] : [{ record: 0, field: 'statistiekmaand', rule: 'other-month', text: 'De levering is van een andere maand.' }];
  }
}
