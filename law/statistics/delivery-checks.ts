/**
 * Regeling uitvoering sw en begeleid werken, annex to art. 11: the mistakes of a whole delivery, record by record as they come. What only the
 * whole can tell (a person with several records) follows at the end. Holds a line per record in memory and nothing outside it.
 */
import { NO_VALUES, type FieldFault, type KnownFacts, type Values } from './field-faults.js';
import { personFaults, WAITING_OR_NO_PLACE } from './persons-records.js';
import { judgeRecord } from './record-faults.js';
import type { RecordFault } from './record-fault.js';
import type { Layout } from './wsw-field.js';
import { readRecord, writeRecord, type WswRecord } from './wsw-record.js';

export interface DeliveryFacts extends KnownFacts {
  /** Field 2 of every record, when the delivery is of one municipality or arrangement. */
  readonly responsible?: string;
}

interface Kept {
  readonly number: number;
  readonly line: string;
}

export class DeliveryChecks {
  private readonly persons = new Map<string, Kept[]>();
  /** Who has several records, or should have: the others are done with when their record is. */
  private readonly several = new Set<string>();
  /** Not judged as a whole: one of their records cannot be read. */
  private readonly doubtful = new Set<string>();

  constructor(
    private readonly layout: Layout,
    private readonly halfYear: number,
    private readonly facts: DeliveryFacts = {},
  ) {}

  /** The number of the record is its place in the file, from 1. */
  add(number: number, record: WswRecord): RecordFault[] {
    const { values, faults, sound } = judgeRecord(this.layout, record, this.facts);
    if (sound) this.keep(number, values);
    else this.doubtful.add(values.bsn);
    return [...faults, ...this.againstDelivery(values, faults)].map((fault) => ({ record: number, ...fault }));
  }

  addLine(number: number, line: string): RecordFault[] {
    const read = readRecord(this.layout, line);
    return 'record' in read ? this.add(number, read.record) : read.faults.map((fault) => ({ ...fault, record: number }));
  }

  /** Once, after the last record. */
  end(): RecordFault[] {
    const judged = [...this.several].filter((person) => !this.doubtful.has(person)).map((person) => this.persons.get(person) ?? []);
    const faults = judged.flatMap((kept) => personFaults(this.layout, kept.map(({ number, line }) => ({ number, values: this.valuesOf(line) }))));
    return faults.toSorted((one, other) => one.record - other.record);
  }

  private keep(number: number, values: Values): void {
    const line = writeRecord(this.layout, values);
    const kept = this.persons.get(values.bsn);
    if (kept || values.bestemming_uitstroom === WAITING_OR_NO_PLACE) this.several.add(values.bsn);
    if (kept) kept.push({ number, line });
    else this.persons.set(values.bsn, [{ number, line }]);
  }

  private valuesOf(line: string): Values {
    const read = readRecord(this.layout, line);
    return { ...NO_VALUES, ...('record' in read ? read.record : {}) };
  }

  private againstDelivery(values: Values, faults: readonly FieldFault[]): FieldFault[] {
    const wrong = (field: string): boolean => faults.some((fault) => fault.field === field);
    const found: FieldFault[] = [];
    if (!wrong('periode') && values.periode !== String(this.halfYear)) found.push({ field: 'periode', rule: 'other-half-year', text: 'De levering is van een ander halfjaar.' });
    const { responsible } = this.facts;
    if (responsible !== undefined && !wrong('verantwoordelijke') && values.verantwoordelijke !== responsible.padStart(5, '0')) {
      found.push({ field: 'verantwoordelijke', rule: 'other-responsible', text: 'De levering is van een andere gemeente of een ander verband.' });
    }
    return found;
  }
}
