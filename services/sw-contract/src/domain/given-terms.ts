// Are these canonical terms what the officer sent, and nothing else? The hash of his input stands in his ticket; here every field
// of that input is held against the terms that this body is asked to sign (architecture section 3; invariant I2). Pure.
import { Big } from 'big.js';

type Fields = Readonly<Record<string, unknown>>;
/** `given` is null where the officer left the field out. */
type Agrees = (given: unknown, terms: Fields) => boolean;

const DECIMAL = /^-?\d{1,15}(\.\d{1,10})?$/;

/** What he left out is not in the terms. */
const exactly = (field: string): Agrees => (given, terms) => given === (terms[field] ?? null);
const number = (field: string): Agrees => (given, terms) => sameNumber(given, terms[field] ?? null);
/** What he left out follows from the facts or the policy of the day, which the parties see in the terms. */
const unlessLeftOut = (agrees: Agrees): Agrees => (given, terms) => given === null || agrees(given, terms);

const FIELDS: Readonly<Record<string, Agrees>> = {
  workForm: exactly('workForm'),
  from: exactly('from'),
  until: exactly('until'),
  hoursPerWeek: number('hoursPerWeek'),
  hirer: unlessLeftOut((given, terms) => given === part(terms, 'hirer', 'id')),
  function: unlessLeftOut(exactly('function')),
  location: unlessLeftOut(exactly('location')),
  adaptations: unlessLeftOut((given, terms) => sameSet(given, terms['adaptations'])),
  supervisionHoursPerWeek: number('supervisionHoursPerWeek'),
  secondmentFeePerHour: number('secondmentFeePerHour'),
  wagePercentage: number('wagePercentage'),
  noticeMonths: unlessLeftOut(exactly('noticeMonths')),
  trialUntil: exactly('trialUntil'),
  returnGuarantee: unlessLeftOut(exactly('returnGuarantee')),
  transportArrangedBy: (given, terms) => given === part(terms, 'transport', 'arrangedBy'),
  transportCostPerWeek: (given, terms) => sameNumber(given, part(terms, 'transport', 'costPerWeek')),
  subsidy: exactly('subsidy'),
};

/** @param given the `terms` input of the officer's command, @param terms the canonical terms; a field that we cannot check is a no. */
export function followsFrom(given: Fields, terms: Fields): boolean {
  const known = Object.keys(given).every((field) => Object.hasOwn(FIELDS, field));
  return known && Object.entries(FIELDS).every(([field, agrees]) => agrees(given[field] ?? null, terms));
}

/** '28.50' and '28.5' are one number. */
function sameNumber(a: unknown, b: unknown): boolean {
  if (a === null || b === null) return a === b;
  return isDecimal(a) && isDecimal(b) && new Big(a).eq(b);
}

function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && DECIMAL.test(value);
}

function sameSet(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  const [left, right] = [new Set<unknown>(a), new Set<unknown>(b)];
  return left.size === right.size && [...left].every((one) => right.has(one));
}

function part(terms: Fields, field: string, name: string): unknown {
  const value = terms[field];
  return typeof value === 'object' && value !== null && name in value ? ((value as Fields)[name] ?? null) : null;
}
