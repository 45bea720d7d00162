/** DDAS v1.0: the file of a partnership, piece by piece, so that no more than one trajectory need be held as text: a levering for each municipality. */
import { type Json, municipalityCode, trajectoryRecord } from './assemble.js';
import type { DebtHelpFacts } from './facts.js';

/** A municipality that delivers for itself names itself by its code, a partnership by its number. */
export type Supplier = { readonly name: string } & ({ readonly municipality: string } | { readonly chamberNumber: string });

export interface DeliveryHead {
  readonly from: string;
  readonly until: string;
  /** Instant, ISO 8601. */
  readonly deliveredAt: string;
  /** Software and version. */
  readonly supplierCode: string;
}

/**
 * `leveringen`: the trajectories of each municipality, in the order in which they are to stand. A partnership has no municipal code, so that
 * a levering without trajectories would not say whose it is: it is left out, unless nothing else would be left.
 */
export function* deliveryText(head: DeliveryHead, supplier: Supplier, leveringen: readonly (readonly DebtHelpFacts[])[]): Generator<string> {
  const filled = leveringen.filter((one) => one.length > 0);
  const top = { startdatumLevering: head.from, einddatumLevering: head.until, aanleverdatumEnTijd: head.deliveredAt, codeGegevensleverancier: head.supplierCode };
  yield `${open(top)},"leveringen":[`;
  for (const [index, trajectories] of (filled.length > 0 ? filled : [[]]).entries()) {
    yield `${index === 0 ? '' : ','}\n${open({ teller: index + 1, aanleverende_organisatie: organisation(supplier) })},"schuldhulptrajecten":[`;
    for (const [position, facts] of trajectories.entries()) yield `${position === 0 ? '' : ','}\n${JSON.stringify(trajectoryRecord(facts))}`;
    yield ']}';
  }
  yield ']}\n';
}

function organisation(supplier: Supplier): Json {
  const known: Readonly<Record<string, Json>> = 'municipality' in supplier ? { gemeentecode: municipalityCode(supplier.municipality) } : { 'KvK-nummer': supplier.chamberNumber };
  return { '(Statutaire) Naam': supplier.name, ...known };
}

/** The beginning of an object that goes on. */
function open(members: Readonly<Record<string, Json>>): string {
  return JSON.stringify(members).slice(0, -1);
}

