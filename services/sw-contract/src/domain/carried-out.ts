// Is what this company is told to carry out what it signed? Every field of the confirmation that the signed terms have is held
// against them (architecture decision 10, step confirm; invariant I2). Pure.
import { Big } from 'big.js';

type Fields = Readonly<Record<string, unknown>>;

const TEXTS = ['workplace', 'employment', 'function', 'workForm', 'from', 'until'] as const;
const NUMBERS = ['hoursPerWeek', 'secondmentFeePerHour'] as const;

/** What is null and what is left out say the same. */
export function isCarriedOut(signed: Fields, told: Fields): boolean {
  const texts = TEXTS.filter((field) => Object.hasOwn(signed, field)).every((field) => (signed[field] ?? null) === (told[field] ?? null));
  return texts && NUMBERS.filter((field) => Object.hasOwn(signed, field)).every((field) => isSameNumber(signed[field], told[field])) && isSameHirer(signed, told);
}

function isSameNumber(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return (a ?? null) === (b ?? null);
  return new Big(a).eq(b);
}

function isSameHirer(signed: Fields, told: Fields): boolean {
  return !Object.hasOwn(signed, 'hirer') || idOf(signed['hirer']) === idOf(told['hirer']);
}

function idOf(hirer: unknown): unknown {
  return typeof hirer === 'object' && hirer !== null && 'id' in hirer ? hirer.id : null;
}
