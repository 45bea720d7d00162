/**
 * Regeling uitvoering sw en begeleid werken, note to the annex to art. 11: everybody is delivered again each half-year, changed or not, until the half-year
 * after the one that told the end. Holds one delivery against the former one: nobody may be lost between them, and nobody is reported after his death.
 */
import type { RecordFault } from './record-fault.js';
import { judgeFields } from './field-faults.js';
import { hasLeft, latestForm, works } from './rules/forms.js';
import type { Layout } from './wsw-field.js';
import type { WswRecord } from './wsw-record.js';

const DIED = '09';

export class Redelivery {
  /** Who must come again, with the number of the record that was open. */
  private readonly open = new Map<string, number>();
  private readonly died = new Set<string>();

  constructor(
    private readonly formerLayout: Layout,
    private readonly layout: Layout,
  ) {}

  /** Every record of the former delivery, before the first of the present one. */
  former(number: number, record: WswRecord): void {
    const { values } = judgeFields(this.formerLayout, record, {});
    if (hasLeft(values)) {
      if (values.bestemming_uitstroom === DIED) this.died.add(values.bsn);
      return;
    }
    const offTheList = latestForm(values) === null && values.uitstroom_wachtlijst !== '';
    // From 2015 the statistics follow who worked on the last day of 2014, and nobody else.
    const follows = this.formerLayout === this.layout || works(values);
    if (!offTheList && follows) this.open.set(values.bsn, number);
  }

  present(number: number, record: WswRecord): RecordFault[] {
    const { values } = judgeFields(this.layout, record, {});
    this.open.delete(values.bsn);
    if (!this.died.has(values.bsn)) return [];
    return [{ record: number, field: 'record', rule: 'reported-after-death', text: 'Het overlijden is in het vorige halfjaar gemeld: de berichtgeving is beëindigd.' }];
  }

  /** The record in these is the number in the former delivery. */
  end(): RecordFault[] {
    const text = 'Dit record uit de vorige levering was niet afgesloten, en de persoon ontbreekt nu: wie niet is uitgestroomd, wordt opnieuw geleverd.';
    return [...this.open.values()].map((record) => ({ record, field: 'record', rule: 'not-delivered-again', text }));
  }
}

/** 20132 -> 20131, 20131 -> 20122. */
export function halfYearBefore(halfYear: number): number {
  return halfYear % 10 === 2 ? halfYear - 1 : halfYear - 9;
}
