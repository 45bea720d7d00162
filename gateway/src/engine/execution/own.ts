/**
 * Objects that subgraphs sent are read and written by their own properties only. JSON makes any name an own property, also `__proto__`; an
 * ordinary read of a name that is not there finds what all objects inherit, and an ordinary write of `__proto__` changes what is inherited.
 */
export type Json = Record<string, unknown>;

/** Names that every object answers to. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

export function isInherited(key: string): boolean {
  return INHERITED.has(key);
}

export function ownOf(object: Json, key: string): unknown {
  if (!INHERITED.has(key)) return object[key];
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function setOwn(object: Json, key: string, value: unknown): void {
  if (INHERITED.has(key)) Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

/** An object, and no list. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function typenameOf(object: Json): string | undefined {
  const name = object['__typename'];
  return typeof name === 'string' ? name : undefined;
}
