// Guarantees: an order that nobody could carry out is stopped before anybody is asked about it.
// Domain brief 2.12 (what a secondment order names): the form only; what the law asks of it is law/agreement/supply-order.ts.
import { Big } from 'big.js';
import { parseId } from '#kernel/ids.js';
import { impossibleDate } from './client-dates.js';
import type { OrderTerms } from './group-order.js';

/** As the client gives it: the hirer by id. */
export type OrderWish = Omit<OrderTerms, 'hirer'> & { readonly hirer: string };

const MAX_WORKPLACES = 50;
const MAX_FEE = '500';
const DECIMALS = 2;

/** A Dutch sentence about the first thing that is wrong; null when the form is right. */
export function wrongOrderForm(wish: OrderWish, companyCodes: ReadonlySet<string>, on: string): string | null {
  return wrongPlaces(wish, companyCodes) ?? wrongFee(wish.feePerHour) ?? wrongPeriod(wish, on);
}

function wrongPlaces({ workplaces, workers }: OrderWish, companyCodes: ReadonlySet<string>): string | null {
  if (workplaces.length < 1 || workplaces.length > MAX_WORKPLACES) return `Een inleenopdracht noemt 1 tot ${MAX_WORKPLACES} werkplekken.`;
  if (new Set(workplaces).size !== workplaces.length) return 'Een werkplek staat er twee keer.';
  const owners = workplaces.map(parseId);
  if (owners.some((one) => one?.kind !== 'W' || !companyCodes.has(one.owner))) return 'Een van de werkplekken heeft geen geldig nummer.';
  if (new Set(owners.map((one) => one?.owner)).size > 1) return 'De werkplekken van een inleenopdracht zijn van een sw-bedrijf.';
  return workers >= 1 && workers <= workplaces.length ? null : 'Het aantal werknemers is 1 tot het aantal werkplekken.';
}

function wrongFee(fee: string): string | null {
  if (!new Big(fee).round(DECIMALS).eq(fee)) return `De inleenvergoeding heeft ten hoogste ${DECIMALS} decimalen.`;
  return new Big(fee).lt(0) || new Big(fee).gt(MAX_FEE) ? `De inleenvergoeding is 0 tot ${MAX_FEE} euro per uur.` : null;
}

function wrongPeriod({ from, until, conditions }: OrderWish, on: string): string | null {
  if (until !== null && until < from) return 'De einddatum ligt voor de begindatum.';
  if (conditions.informationOn !== null && conditions.informationOn > on) return 'U legt vast wat is gebeurd: de informatie van de inlener is niet van later dan vandaag.';
  return impossibleDate([from, until, conditions.informationOn], on);
}
