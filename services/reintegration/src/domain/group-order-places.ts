// Guarantees: what an order shows of one place or agreement is computed from that one alone, so that a refusal or a lost place never colours the others.
// Domain brief 8.4 row 21; 8.2 (terms are each worker's own, so a deviation from the order is shown and not forbidden).
import { Big } from 'big.js';
import type { Agreement } from './agreement.js';
import { dutchNumber } from './dutch.js';
import { isLive, type OrderTerms } from './group-order.js';

/** A place of the order, or an agreement of it wherever it is. */
export interface OrderPlace {
  readonly workplace: string;
  /** Null: nobody has an agreement for this place that has not left. */
  readonly agreement: Agreement | null;
  /** Dutch sentences on where the agreement differs from the order. */
  readonly deviations: readonly string[];
}

/** Every agreement in the order of linking, those that left too; then the places of the order that are without one. */
export function orderPlaces(terms: OrderTerms, agreements: readonly Agreement[]): OrderPlace[] {
  const lines = agreements.map((agreement) => ({ workplace: agreement.current.terms.workplace, agreement, deviations: deviationsOf(terms, agreement) }));
  const filled = new Set(lines.filter(({ agreement }) => isLive(agreement)).map(({ workplace }) => workplace));
  const open = terms.workplaces.filter((id) => !filled.has(id)).map((workplace) => ({ workplace, agreement: null, deviations: [] }));
  return [...lines, ...open];
}

function deviationsOf(order: OrderTerms, agreement: Agreement): string[] {
  if (!isLive(agreement)) return [];
  const { terms } = agreement.current;
  const late = order.until !== null && (terms.until === null || terms.until > order.until);
  const fee = terms.secondmentFeePerHour;
  const found = [
    terms.workForm === 'SECONDMENT_GROUP' ? null : 'De afspraak is geen groepsdetachering meer.',
    terms.hirer?.id === order.hirer.id ? null : 'De afspraak noemt een andere inlener.',
    order.workplaces.includes(terms.workplace) ? null : 'De werkplek hoort niet (meer) bij de opdracht.',
    terms.from < order.from || late ? 'De afspraak loopt buiten de periode van de opdracht.' : null,
    fee !== null && new Big(fee).eq(order.feePerHour) ? null : `De inleenvergoeding is ${fee === null ? 'niet bepaald' : `${dutchNumber(fee)} euro per uur`}; de opdracht noemt ${dutchNumber(order.feePerHour)} euro.`,
  ];
  return found.filter((one) => one !== null);
}
