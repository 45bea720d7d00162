// Guarantees: a hirer's order for several workers is one record; each worker's agreement goes its own way, and nothing that happens to one decides about another.
// Domain brief 2.2 (secondment of a group), 8.4 row 21; Wsw art. 5 (fee); Waadi (the checks of the order). Decisions are pure: the command has asked the facts.
import type { Viewer } from '#kernel/viewer.js';
import { type Check, forbidden } from '#law/agreement/check.js';
import { type SupplyConditions, supplyChecks } from '#law/agreement/supply-order.js';
import { Big } from 'big.js';
import type { Agreement } from './agreement.js';
import { dutchNumber } from './dutch.js';
import type { HirerFacts, WorkplaceFacts } from './facts.js';
import { parameterOn } from './parameters.js';
import { firstRefusal, refuse, type Refused } from './refusals.js';
import { TERMINAL_STATES } from './state-machine.js';

/** What the hirer asked; decimals are strings, dates YYYY-MM-DD. */
export interface OrderTerms {
  readonly hirer: HirerFacts;
  readonly workplaces: readonly string[];
  /** How many workers. */
  readonly workers: number;
  readonly from: string;
  /** Last day, or null. */
  readonly until: string | null;
  readonly feePerHour: string;
  readonly conditions: SupplyConditions;
}

export interface GroupOrder {
  readonly id: string;
  /** What clients expect; raised by every command. */
  readonly version: number;
  /** Body id of the company whose places they are: it lends on behalf of all and has the order with the hirer. */
  readonly company: string;
  readonly terms: OrderTerms;
  /** Ids of the linked agreements that the reader may see, in the order in which they were linked. */
  readonly agreements: readonly string[];
}

export function orderChecks({ terms }: Pick<GroupOrder, 'terms'>, on: string): readonly Check[] {
  return supplyChecks(terms.conditions, terms.from, on);
}

/** Whether a company may have this order. A condition that the law forbids is kept and shown, because it may be put right; it stops linking. */
export function mayRecordOrder(viewer: Viewer, terms: OrderTerms, places: readonly WorkplaceFacts[], on: string): Refused | null {
  return firstRefusal(
    () => (viewer.roles.includes('PLACEMENT_OFFICER') ? null : refuse('NO_AUTHORITY')),
    () => placesAreOf(viewer.body, terms, places),
    () => feeIsFair(terms, on),
  );
}

export function mayChangeOrder(viewer: Viewer, order: GroupOrder, expectedVersion: number): Refused | null {
  return firstRefusal(
    () => (viewer.roles.includes('PLACEMENT_OFFICER') && viewer.body === order.company ? null : refuse('NO_AUTHORITY')),
    () => (order.version === expectedVersion ? null : refuse('STALE_VERSION', 'Het gaat om de inleenopdracht.')),
  );
}

/** `linked`: the agreements of the order, all of them. `orderOf`: the order in which the agreement stands already, or null. */
export function mayLink(viewer: Viewer, order: GroupOrder, link: { readonly agreement: Agreement; readonly linked: readonly Agreement[]; readonly orderOf: string | null; readonly expectedVersion: number; readonly on: string }): Refused | null {
  const { agreement, linked, orderOf, on } = link;
  return firstRefusal(
    () => mayChangeOrder(viewer, order, link.expectedVersion),
    () => (orderOf === null ? null : refuse('WRONG_STATE', 'Deze afspraak hoort al bij een inleenopdracht.')),
    () => (isLive(agreement) ? null : refuse('WRONG_STATE', 'Deze afspraak is voorbij.')),
    () => suitsOrder(order, agreement),
    () => lawAllows(order, on),
    () => (workersOf([...linked, agreement]) <= order.terms.workers ? null : refuse('WRONG_STATE', `Voor alle ${order.terms.workers} werknemers van deze opdracht is er al een afspraak.`)),
  );
}

export function isLive({ state }: Pick<Agreement, 'state'>): boolean {
  return !TERMINAL_STATES.includes(state);
}

/** Of how many workers there is an agreement that has not left. What replaces a running agreement stands beside it until it starts, and is of the same worker. */
export function workersOf(agreements: readonly Pick<Agreement, 'state' | 'person'>[]): number {
  return new Set(agreements.filter(isLive).map(({ person }) => person)).size;
}

function placesAreOf(company: string, { workplaces, hirer }: OrderTerms, places: readonly WorkplaceFacts[]): Refused | null {
  const known = new Map(places.map((one) => [one.id, one]));
  for (const id of workplaces) {
    const place = known.get(id);
    if (!place) return refuse('WORKPLACE_UNSUITABLE', `Werkplek ${id} is niet (meer) bekend.`);
    if (place.receivingBody !== company) return refuse('NO_AUTHORITY', `Werkplek ${id} is van een ander sw-bedrijf.`);
    if (place.employer?.id !== hirer.id) return refuse('WORKPLACE_UNSUITABLE', `Werkplek ${id} is niet bij deze inlener.`);
  }
  return null;
}

function feeIsFair({ feePerHour }: OrderTerms, on: string): Refused | null {
  const floor = parameterOn('FEE_FLOOR_PER_HOUR', on);
  return new Big(feePerHour).gte(floor) ? null : refuse('FEE_BELOW_FLOOR', `De ondergrens is ${dutchNumber(floor)} euro per uur.`);
}

function suitsOrder({ company, terms: order }: GroupOrder, { current: { terms } }: Agreement): Refused | null {
  if (terms.workForm !== 'SECONDMENT_GROUP') return refuse('WRONG_STATE', 'Alleen een groepsdetachering hoort bij een inleenopdracht.');
  if (terms.receivingBody !== company || !order.workplaces.includes(terms.workplace)) return refuse('WORKPLACE_UNSUITABLE', 'De werkplek hoort niet bij deze opdracht.');
  return terms.hirer?.id === order.hirer.id ? null : refuse('WORKPLACE_UNSUITABLE', 'De afspraak noemt een andere inlener.');
}

function lawAllows(order: GroupOrder, on: string): Refused | null {
  const broken = forbidden(orderChecks(order, on));
  return broken && refuse('WRONG_STATE', `${broken.text} (${broken.article})`);
}
