// Which employments are one stay: a change between a contract and supervised employment is no outflow, an end with a reason is one.
// Regeling uitvoering sw en begeleid werken, note to the annex to art. 11.
import { addDays } from '#law/terms/calendar.js';
import type { SuppliedEmployment, SuppliedForm } from './supplied-facts.js';

export type Stay = Omit<SuppliedEmployment, 'person'>;

type Kind = 'contract' | 'supervised';
type Form = SuppliedForm & { readonly kind: Kind };

/** In the order in which they began. */
export function staysOf(employments: readonly SuppliedEmployment[]): readonly Stay[] {
  return employments
    .filter((one) => formsOf(one).length > 0)
    .toSorted((one, other) => startOf(one).localeCompare(startOf(other)))
    .reduce<Stay[]>((stays, next) => {
      const before = stays.at(-1);
      return before && continues(before, next) ? [...stays.slice(0, -1), joined(before, next)] : [...stays, next];
    }, []);
}

export function startOf(stay: Stay): string {
  return formsOf(stay)[0]?.from ?? '';
}

/** Last day of the form that began last; null while it runs. */
export function endOf(stay: Stay): string | null {
  return formsOf(stay).at(-1)?.until ?? null;
}

function continues(before: Stay, next: Stay): boolean {
  const [former, present] = [formsOf(before).at(-1), formsOf(next)[0]];
  if (!former || !present || former.until === null || before.leavingReason !== null || before.destination !== null) return false;
  return former.kind !== present.kind && present.from === addDays(former.until, 1);
}

/** What was told of a form that was there before is overwritten when it comes back. */
function joined(before: Stay, next: Stay): Stay {
  return { ...next, contract: next.contract ?? before.contract, supervised: next.supervised ?? before.supervised };
}

function formsOf({ contract, supervised }: Stay): readonly Form[] {
  const forms = [contract && { ...contract, kind: 'contract' as const }, supervised && { ...supervised, kind: 'supervised' as const }];
  return forms.filter((one) => one !== null).toSorted((one, other) => one.from.localeCompare(other.from));
}
