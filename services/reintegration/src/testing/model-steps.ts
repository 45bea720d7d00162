/** What may happen to a few negotiations, as plain data: fast-check draws rows of these and shrinks them. Indices are taken modulo what there is. */
import fc from 'fast-check';
import { afterNotice, JOINT, PLACING, RECEIVING, STRANGER, VERBS, type Command, type Deal, type Model, type Verb } from './reference-model.js';

interface Wish {
  readonly verb: Verb;
  readonly about: number;
  readonly by: string;
  /** Built on a version that is so many changes old: a command that was delayed or overtaken. */
  readonly lag: number;
  readonly rightHash: boolean;
  readonly hours: number;
  readonly inTime: boolean;
}

export type Step =
  | { readonly kind: 'give'; readonly wish: Wish }
  /** The next sensible command for a deal; without these hardly any deal gets far. */
  | { readonly kind: 'onward'; readonly about: number }
  /** An earlier command once more under its id, or (altered) something else under its id. */
  | { readonly kind: 'repeat'; readonly which: number; readonly altered: boolean }
  | { readonly kind: 'together'; readonly first: Wish | number; readonly second: Wish | number }
  | { readonly kind: 'day' }
  | { readonly kind: 'round' }
  | { readonly kind: 'deliver' }
  | { readonly kind: 'away'; readonly body: string };

const ANY_DEAL = fc.nat({ max: 5 });
const wish: fc.Arbitrary<Wish> = fc.record({
  verb: fc.constantFrom(...VERBS),
  about: ANY_DEAL,
  by: fc.constantFrom(JOINT, JOINT, PLACING, PLACING, RECEIVING, RECEIVING, STRANGER),
  lag: fc.constantFrom(0, 0, 0, 0, 1, 2),
  rightHash: fc.constantFrom(true, true, true, false),
  hours: fc.constantFrom(24, 24, 26, 40),
  inTime: fc.boolean(),
});
const wishOrOnward = fc.oneof(wish, ANY_DEAL);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('onward' as const), about: ANY_DEAL }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('give' as const), wish }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('repeat' as const), which: fc.nat({ max: 30 }), altered: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('together' as const), first: wishOrOnward, second: wishOrOnward }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'day' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'round' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'deliver' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('away' as const), body: fc.constantFrom(PLACING, RECEIVING) }) },
);

export const steps = (most: number): fc.Arbitrary<Step[]> => fc.array(step, { minLength: 1, maxLength: most, size: 'max' });

/** The command that a wish comes to, given what there is now; null when there is nothing it could be about. */
export function commandFor(model: Model, wanted: Wish | number): Command | null {
  if (typeof wanted === 'number') return onward(model, wanted);
  const { verb, lag, rightHash, hours, inTime, by } = wanted;
  const count = verb === 'propose' ? model.offers.length : model.deals.length;
  if (count === 0) return null;
  const about = wanted.about % count;
  const version = Math.max(1, (model.deals[about]?.version ?? 1) - lag);
  return { verb, about, by, version, rightHash, hours, inTime };
}

function onward(model: Model, wanted: number): Command | null {
  if (model.deals.length === 0) return null;
  const about = wanted % model.deals.length;
  const deal = model.deals[about] as Deal;
  const verb = nextVerb(deal);
  if (verb === null) return null;
  const by = verb === 'accept' ? ([JOINT, PLACING, RECEIVING].find((one) => !deal.accepted.includes(one)) ?? JOINT) : JOINT;
  return { verb, about, by, version: deal.version, rightHash: true, hours: deal.hours, inTime: true };
}

function nextVerb({ state }: Deal): Verb | null {
  const next: Record<string, Verb> = { PROPOSED: 'accept', AGREED: 'inform', WORKER_INFORMED: 'agree', ACTIVE: 'end' };
  return next[state] ?? null;
}

/** Business dates, each a moment at which something else holds: in time, too late to begin in time, before the start, running, past the notice. */
export const DAYS = ['2014-03-03', '2014-03-18', '2014-03-19', '2014-03-25', '2014-04-01', '2014-05-02', '2014-06-02', afterNotice('2014-06-03')] as const;
